import type { UseQueryResult } from '@tanstack/react-query';
import type { Facets } from '@cluster-atlas/contract';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const dialog = useRef<HTMLDialogElement>(null);
  if (useIsWide()) {
    return (
      <aside className="filter-area" aria-labelledby="filters-title">
        <FilterContents {...props} />
      </aside>
    );
  }
  return (
    <div className="filter-opener">
      <button
        type="button"
        className="button"
        aria-label={t('filters.showWhat')}
        onClick={() => dialog.current?.showModal()}
      >
        {t('filters.show')}
      </button>
      <dialog ref={dialog} className="filter-dialog" aria-label={t('filters.showWhat')}>
        <div className="filter-dialog-body">
          <FilterContents {...props} />
        </div>
        <form method="dialog">
          <button type="submit" className="button primary">
            {t('filters.done')}
          </button>
        </form>
      </dialog>
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
