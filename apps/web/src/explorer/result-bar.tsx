import type { Facets } from '@cluster-atlas/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activeFilters } from '../filters/active-filters.js';
import { EVERYTHING, type Selection } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';

interface ResultBarProps {
  selection: Selection;
  facets: UseQueryResult<Facets>;
  /** Says what can be done on the map. */
  hasHint: boolean;
  onSelect: (selection: Selection) => void;
}

/** How many businesses are in view, and the filters that made them so few. */
export function ResultBar({ selection, facets: answer, hasHint, onSelect }: ResultBarProps) {
  const { t } = useTranslation();
  const { data: facets, refetch } = answer;
  const isFailed = useIsFailed(answer);
  const filters = activeFilters(selection, facets, t);
  return (
    <div className="result-bar">
      <p className="result-total" role="status">
        {isFailed && (
          <>
            {t('results.failed')}{' '}
            <button type="button" className="link-button" onClick={() => void refetch()}>
              {t('app.retry')}
            </button>
          </>
        )}
        {facets && !isFailed && (
          <>
            <strong>
              {t('results.inView', {
                count: facets.total,
                formatted: formatCount(facets.total),
              })}
            </strong>{' '}
            {facets.total !== facets.all &&
              t('results.ofAll', { formatted: formatCount(facets.all) })}
          </>
        )}
      </p>
      <button
        type="button"
        className="link-button"
        onClick={() => navigate({ open: { kind: 'trust', within: 'view' }, pin: null })}
      >
        {t('trust.open')}
      </button>
      {hasHint && <p className="note hint">{t('map.hint')}</p>}
      {filters.length > 0 && (
        <ul className="chips" aria-label={t('results.chips')}>
          {filters.map(({ name, without }) => (
            <li key={name}>
              <button
                type="button"
                className="chip"
                aria-label={t('results.remove', { name })}
                onClick={() => onSelect(without)}
              >
                <span className="chip-name">{name}</span>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="link-button" onClick={() => onSelect(EVERYTHING)}>
              {t('results.clearAll')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

/**
 * Whether the last count failed; it is the last until another has ended. What says so may change the
 * size of the map, which is counted anew then, and without a word in between.
 */
function useIsFailed({ data, error, isPlaceholderData }: UseQueryResult<Facets>): boolean {
  const [isFailed, setIsFailed] = useState(false);
  const isNow = error !== null || (isFailed && (data === undefined || isPlaceholderData));
  if (isNow !== isFailed) setIsFailed(isNow);
  return isNow;
}
