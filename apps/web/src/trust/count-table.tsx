import { ScrolledTable } from '../explorer/scrolled-table.js';
import { formatCount, formatKnown, formatShare } from '../strings/figures.js';

interface CountTableProps {
  caption: string;
  /** Of the columns. */
  headers: readonly string[];
  rows: readonly { name: string; businesses: number; share?: number | null }[];
}

/** Numbers of businesses and, where a header names it, their share. */
export function CountTable({ caption, headers, rows }: CountTableProps) {
  return (
    <ScrolledTable name={caption}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, businesses, share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatCount(businesses)}</td>
            {share !== undefined && <td>{formatKnown(share, formatShare)}</td>}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
