import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import type { Sort } from '../location-state/table-sort.js';

/** Rows that are shown at first, and with each step more. */
const ROWS = 200;

interface SortableTableProps<Row, Column extends string> {
  label: string;
  /** In their order, with what stands above each. */
  columns: readonly { column: Column; name: string }[];
  sort: Sort<Column>;
  onSort: (sort: Sort<Column>) => void;
  /** Sorted. */
  rows: readonly Row[];
  /** Above a column before the others, by which there is no sorting. */
  leadingHeader?: string;
  /** A row of the table. */
  children: (row: Row) => ReactNode;
  /** Says how many rows there are, and how many of them are shown. */
  tellShown: (shown: number) => string;
}

/** Many rows, a part of them at a time, sorted by the column whose header was pressed last. */
export function SortableTable<Row, Column extends string>(props: SortableTableProps<Row, Column>) {
  const { label, columns, rows, leadingHeader, children, tellShown } = props;
  const { t } = useTranslation();
  const [most, setMost] = useState(ROWS);
  return (
    <>
      <section>
        <ScrolledTable name={label}>
          <thead>
            <tr>
              {leadingHeader !== undefined && <th scope="col">{leadingHeader}</th>}
              {columns.map((each) => (
                <SortableHeader key={each.column} {...each} {...props} />
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, most).map((row) => children(row))}</tbody>
        </ScrolledTable>
      </section>
      <p className="note" role="status">
        {tellShown(Math.min(most, rows.length))}
      </p>
      {most < rows.length && (
        <button type="button" className="button" onClick={() => setMost(most + ROWS)}>
          {t('businesses.more')}
        </button>
      )}
    </>
  );
}

interface SortableHeaderProps<Column extends string> {
  column: Column;
  name: string;
  sort: Sort<Column>;
  onSort: (sort: Sort<Column>) => void;
}

function SortableHeader<Column extends string>(props: SortableHeaderProps<Column>) {
  const { column, name, sort, onSort } = props;
  const isSorted = sort.by === column;
  const isAscending = isSorted ? !sort.isAscending : column === 'name';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isAscending ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ by: column, isAscending })}
      >
        {name}
        <span aria-hidden="true">{isSorted ? (sort.isAscending ? ' ▲' : ' ▼') : ''}</span>
      </button>
    </th>
  );
}
