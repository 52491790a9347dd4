import type { ClusterHistory } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../location-state/table-sort.js';
import { formatCount } from '../strings/figures.js';
import { sortRows } from '../tables/sort-rows.js';
import { SortableTable } from '../tables/sortable-table.js';
import { FLOW_COLUMNS, flowRows, type FlowColumn } from './flow-rows.js';

/** The bands of the diagram as a table. */
export function FlowTable({ history }: { history: ClusterHistory }) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<Sort<FlowColumn>>({ by: 'year', isAscending: true });
  const rows = sortRows(flowRows(history), sort);
  if (rows.length === 0) return null;
  return (
    <details className="measurement cluster-table">
      <summary>{t('history.flows')}</summary>
      <SortableTable
        label={t('history.flows')}
        columns={FLOW_COLUMNS.map((column) => ({
          column,
          name: t(`history.flowColumns.${column}`),
        }))}
        sort={sort}
        onSort={setSort}
        rows={rows}
        tellShown={(shown) =>
          t('businesses.shown', { shown: formatCount(shown), total: formatCount(rows.length) })
        }
      >
        {({ key, name, into, year, businesses }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="wraps">{into}</td>
            <td>{year}</td>
            <td>{formatCount(businesses)}</td>
          </tr>
        )}
      </SortableTable>
    </details>
  );
}
