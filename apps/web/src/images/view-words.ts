import type { Facets } from '@cluster-atlas/contract';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { activeFilters } from '../filters/active-filters.js';
import { currentLocation } from '../location-state/use-location-state.js';
import { formatDate } from '../strings/figures.js';
import { today } from './saved-file.js';

interface ViewWords {
  /** Which businesses the figures are of, as the filters name it. */
  selection: string;
  /** The address that shows the same. */
  source: string;
  /** On which it is taken. */
  day: string;
}

/** What an image, or paper, says of the view that it was taken from; to be called when it is taken. */
export function useViewWords(): () => ViewWords {
  const { t } = useTranslation();
  const client = useQueryClient();
  useIsFetching({ queryKey: ['facets'] }); // which name the filters: what is shown is told anew with them
  return () => {
    const { selection } = currentLocation();
    const answers = client.getQueriesData<Facets>({ queryKey: ['facets'] });
    const facets = answers.findLast(([, answer]) => answer !== undefined)?.[1];
    const names = activeFilters(selection, facets, t).map(({ name }) => name);
    const now = formatDate(today());
    if (selection.date === undefined) names.push(t('filters.chipDate', { date: now }));
    return {
      selection: names.join(' · '),
      source: t('images.source', { address: window.location.href }),
      day: now,
    };
  };
}
