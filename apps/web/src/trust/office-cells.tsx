import { POINT_ZOOM, type OfficeCells } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { ChoiceSwitch } from '../explorer/choice-switch.js';
import { apiAddress } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import type { MapPosition } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { OfficeCellTable, type OfficeCell } from './office-cell-table.js';

/** Cells that are listed at first, and after each wish for more; the last is the most that can be asked for. */
const LIMITS = ['20', '100', '1000'] as const;

type Kind = 'either' | 'registered' | 'trading';

interface OfficeCellListProps {
  /** Of the selection, the box and the map's zoom. */
  parameters: URLSearchParams;
  /** The map's; null until it is there. */
  position: MapPosition | null;
  /** Whether the cells are those of the map's view, so that it need not move to show one. */
  isOfView: boolean;
}

/** The difference that the map shows, as a list of its cells. */
export function OfficeCellList({ parameters, position, isOfView }: OfficeCellListProps) {
  const { t } = useTranslation();
  const id = useId();
  const [kind, setKind] = useState<Kind>('either');
  const [limit, setLimit] = useState(0);
  const query = asked(parameters, kind, LIMITS[limit]!);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['trust', 'office-cells', query.toString()],
    queryFn: ({ signal }) => api.officeCells({ query: query.toString(), signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const all = data ? countOf(data, kind) : 0;
  return (
    <section aria-labelledby={id} aria-busy={isPlaceholderData} className="office-cells">
      <h4 id={id}>{t('trust.cells')}</h4>
      <p className="note">{t('trust.cellsMeaning')}</p>
      <ChoiceSwitch
        label={t('trust.cellsShow')}
        choices={[
          { value: 'either', name: t('trust.cellsEither') },
          { value: 'registered', name: t('trust.legendRegistered') },
          { value: 'trading', name: t('trust.legendTrading') },
        ]}
        chosen={kind}
        onChoose={setKind}
      />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && !error && (
        <>
          <p role="status">
            {all === 0
              ? t('trust.cellsNone')
              : t('trust.cellsListed', {
                  listed: formatCount(data.items.length),
                  all: formatCount(all),
                })}
          </p>
          {data.items.length > 0 && (
            <OfficeCellTable
              cells={data.items}
              onLocate={(cell) => show(cell, isOfView ? position : null)}
            />
          )}
          {data.items.length < all && limit < LIMITS.length - 1 && (
            <button type="button" className="button quiet" onClick={() => setLimit(limit + 1)}>
              {t('trust.cellsMore')}
            </button>
          )}
          {all > 0 && (
            <p>
              <a
                href={apiAddress(
                  'coverage/office-cells.csv',
                  asked(parameters, kind, LIMITS.at(-1)!),
                )}
                download="office-cells.csv"
              >
                {t('trust.cellFile')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function asked(parameters: URLSearchParams, kind: Kind, limit: string): URLSearchParams {
  const query = new URLSearchParams(parameters);
  if (kind !== 'either') query.set('more', kind);
  query.set('limit', limit);
  return query;
}

function countOf({ moreRegistered, moreTrading }: OfficeCells, kind: Kind): number {
  if (kind === 'registered') return moreRegistered;
  return kind === 'trading' ? moreTrading : moreRegistered + moreTrading;
}

/** @param position of a map that has the cell in view; null where it may be elsewhere */
function show({ longitude, latitude }: OfficeCell, position: MapPosition | null): void {
  const isDrawn = position !== null && position.zoom < POINT_ZOOM;
  navigate({
    ...{ view: 'map', offices: true, areas: null, pin: { longitude, latitude } },
    ...(!isDrawn && { map: { longitude, latitude, zoom: POINT_ZOOM - 1 } }),
  });
}
