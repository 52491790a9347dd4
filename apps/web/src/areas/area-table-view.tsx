import type { AreaMeasures, AreaTable } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { AreaComparison } from '../comparison/area-comparison.js';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { Warnings } from '../explorer/warnings.js';
import {
  MOST_COMPARED,
  type AreaChoices,
  type AreaColumn,
} from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { selectionQuery } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';
import { Sharing } from '../report/sharing.js';
import { DASH, formatCount, formatQuotient, formatShare } from '../strings/figures.js';
import { sortRows } from '../tables/sort-rows.js';
import { SortableTable } from '../tables/sortable-table.js';
import { AreaLayerChoice } from './area-layer-choice.js';
import { formatMeasure } from './area-measures.js';
import { useAreaTable } from './use-areas.js';

const COLUMNS: readonly AreaColumn[] = [
  ...(['name', 'matching', 'all', 'areaKm2', 'densityPerKm2', 'share'] as const),
  ...(['lq', 'shrunkLq', 'growth', 'jobs'] as const),
];

/** All areas of the layer as a table: what the colours of the map say, and more. */
export function AreaTableView({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const { areas: choices, selection } = state;
  const { data, error, refetch, isPlaceholderData } = useAreaTable(
    choices?.layer ?? null,
    selection,
  );
  return (
    <section
      className="list-view history-view area-table"
      aria-labelledby="area-table-title"
      aria-busy={isPlaceholderData}
    >
      <h2 id="area-table-title">{t('areas.tableTitle')}</h2>
      <AreaLayerChoice state={state} />
      <AreaComparison state={state} />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {choices && !data && !error && <LoadingState />}
      {choices && data && !error && <TableContents {...{ state, choices }} table={data} />}
      {(state.compare.length > 0 || data) && (
        <Sharing
          title={t(state.compare.length > 0 ? 'areas.comparison' : 'areas.tableTitle')}
          isOnMap={false}
          state={state}
        />
      )}
    </section>
  );
}

interface TableContentsProps {
  state: LocationState;
  choices: AreaChoices;
  table: AreaTable;
}

function TableContents({ state, choices, table }: TableContentsProps) {
  const { t } = useTranslation();
  const sort = choices.sort ?? { by: choices.measure, isAscending: false };
  const rows = sortRows(table.areas, sort);
  const query = selectionQuery(state.selection);
  return (
    <>
      <Warnings warnings={table.warnings} />
      <p className="note">{t('areas.tableNote')}</p>
      <p>
        <a
          href={`/api/v1/area-layers/${encodeURIComponent(choices.layer)}/areas.csv${query && `?${query}`}`}
        >
          {t('areas.tableCsv')}
        </a>
      </p>
      <SortableTable
        label={t('areas.tableTitle')}
        leadingHeader={t('areas.compare')}
        columns={COLUMNS.map((column) => ({ column, name: t(`areas.columns.${column}`) }))}
        sort={sort}
        onSort={(chosen) => navigate({ areas: { ...choices, sort: chosen } }, 'replace')}
        rows={rows}
        tellShown={(shown) =>
          t('areas.rowsShown', {
            shown: formatCount(shown),
            total: formatCount(rows.length),
            outside: formatCount(table.outside.matching),
          })
        }
      >
        {(area) => <AreaRow key={area.code} area={area} state={state} layer={choices.layer} />}
      </SortableTable>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={table.excluded} />
        <DefinitionList definition={table.definition} />
      </details>
    </>
  );
}

interface AreaRowProps {
  area: AreaMeasures;
  state: LocationState;
  layer: string;
}

function AreaRow({ area, state: { compare }, layer }: AreaRowProps) {
  const { t } = useTranslation();
  const { code, name } = area;
  const isCompared = compare.some((each) => each.layer === layer && each.code === code);
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t('areas.compareArea', { name })}
          checked={isCompared}
          disabled={!isCompared && compare.length >= MOST_COMPARED}
          onChange={() =>
            navigate(
              {
                compare: isCompared
                  ? compare.filter((each) => each.layer !== layer || each.code !== code)
                  : [...compare, { layer, code }],
              },
              'replace',
            )
          }
        />
      </td>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          onClick={() => navigate({ open: { kind: 'area', layer, code } })}
        >
          {name}
        </button>
      </th>
      {(['matching', 'all', 'areaKm2', 'densityPerKm2', 'share'] as const).map((column) => (
        <td key={column}>{formatMeasure(column, area[column])}</td>
      ))}
      <td>{formatQuotient(area)}</td>
      <td>{formatMeasure('shrunkLq', area.shrunkLq)}</td>
      <td>{formatMeasure('growth', area.growth)}</td>
      <td>
        {area.jobs === null
          ? DASH
          : t('hub.jobsCovered', {
              jobs: formatCount(area.jobs),
              share: formatShare(area.jobsCoverage!),
            })}
      </td>
    </tr>
  );
}
