import type { UseQueryResult } from '@tanstack/react-query';
import type { Facets } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogOpener } from '../explorer/dialog-opener.js';
import { ProblemState } from '../explorer/request-state.js';
import { useIsWide } from '../explorer/use-is-wide.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { FilterForm } from './filter-form.js';

interface FilterAreaProps {
  selection: Selection;
  facets: UseQueryResult<Facets>;
  onSelect: (selection: Selection) => void;
  /** Stands above the filters. */
  children: ReactNode;
}

/** The filters beside the map; on small screens in a dialog. */
export function FilterArea(props: FilterAreaProps) {
  const { t } = useTranslation();
  if (useIsWide()) {
    return (
      <aside className="filter-area" aria-labelledby="filters-title">
        <FilterContents {...props} />
      </aside>
    );
  }
  return (
    <div className="filter-opener">
      <DialogOpener text={t('filters.show')} name={t('filters.showWhat')} done={t('filters.done')}>
        <FilterContents {...props} />
      </DialogOpener>
    </div>
  );
}

function FilterContents({ selection, facets, onSelect, children }: FilterAreaProps) {
  const { t } = useTranslation();
  return (
    <>
      {children}
      <h2 id="filters-title">{t('filters.title')}</h2>
      {facets.error && <ProblemState error={facets.error} onRetry={() => void facets.refetch()} />}
      <FilterForm selection={selection} facets={facets.data} onSelect={onSelect} />
    </>
  );
}
