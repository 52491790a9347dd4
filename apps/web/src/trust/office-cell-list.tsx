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
import { OFFICE_KINDS } from './office-kinds.js';
import { OfficeCellTable, type OfficeCell } from './office-cell-table.js';

/** Cells that are listed at first, and after each wish for more; the last is the most that can be asked for. */
const LIMITS = ['20', '100', '1000'] as const;

const KINDS = [['either', 'trust.cellsEither'], ...OFFICE_KINDS] as const;

type Kind = (typeof KINDS)[number][0];

interface OfficeCellListProps {
  /** Of the selection, the box and the zoom whose cells are listed. */
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
  const query = asked(parameters, kind, LIMITS[limit]!).toString();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['trust', 'office-cells', query],
    queryFn: ({ signal }) => api.officeCells({ query, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section aria-labelledby={id} aria-busy={isPlaceholderData} className="office-cells">
      <h4 id={id}>{t('trust.cells')}</h4>
      <p className="note">{t('trust.cellsMeaning')}</p>
      <ChoiceSwitch
        label={t('trust.cellsShow')}
        choices={KINDS.map(([value, name]) => ({ value, name: t(name) }))}
        chosen={kind}
        onChoose={setKind}
      />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && !error && (
        <FoundCells
          cells={data.items}
          all={countOf(data, kind)}
          file={apiAddress('coverage/office-cells.csv', asked(parameters, kind, LIMITS.at(-1)!))}
          isStale={isPlaceholderData}
          onLocate={(cell) => {
            if (!isPlaceholderData) show(cell, isOfView ? position : null);
          }}
          onMore={limit < LIMITS.length - 1 ? () => setLimit(limit + 1) : null}
        />
      )}
    </section>
  );
}

interface FoundCellsProps {
  cells: readonly OfficeCell[];
  /** How many there are, listed or not. */
  all: number;
  /** Address. */
  file: string;
  /** They belong to the choices before. */
  isStale: boolean;
  onLocate: (cell: OfficeCell) => void;
  /** Null where no more can be asked for. */
  onMore: (() => void) | null;
}

function FoundCells({ cells, all, file, isStale, onLocate, onMore }: FoundCellsProps) {
  const { t } = useTranslation();
  if (cells.length === 0 && isStale) return <LoadingState />;
  if (cells.length === 0) return <p role="status">{t('trust.cellsNone')}</p>;
  const counts = { listed: formatCount(cells.length), all: formatCount(all) };
  return (
    <>
      <p role="status">{isStale ? t('app.loading') : t('trust.cellsListed', counts)}</p>
      <OfficeCellTable cells={cells} isStale={isStale} onLocate={onLocate} />
      {onMore && cells.length < all && (
        <button type="button" className="button quiet" onClick={onMore}>
          {t('trust.cellsMore')}
        </button>
      )}
      <p>
        <a href={file} download="office-cells.csv">
          {t('trust.cellFile')}
        </a>
      </p>
    </>
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
