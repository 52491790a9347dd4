import type { Facets } from '@cluster-atlas/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { activeFilters } from '../filters/active-filters.js';
import { currentLocation } from '../location-state/use-location-state.js';
import { formatDate } from '../strings/figures.js';
import { today } from './saved-file.js';

interface ViewWords {
  /** Which businesses the figures are of, as the filters name it. */
  selection: string;
  /** Where the image comes from and when it was saved. */
  source: string[];
}

/** What an image says of the view that it was taken from; to be called when it is taken. */
export function useViewWords(): () => ViewWords {
  const { t } = useTranslation();
  const client = useQueryClient();
  return () => {
    const { selection } = currentLocation();
    const answers = client.getQueriesData<Facets>({ queryKey: ['facets'] });
    const facets = answers.findLast(([, answer]) => answer !== undefined)?.[1];
    const names = activeFilters(selection, facets, t).map(({ name }) => name);
    const now = formatDate(today());
    if (selection.date === undefined) names.push(t('filters.chipDate', { date: now }));
    return {
      selection: names.join(' · '),
      source: [
        t('images.source', { address: window.location.href }),
        t('images.saved', { date: now }),
      ],
    };
  };
}
