import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../strings/figures.js';

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
            {share !== undefined && <td>{share === null ? '–' : formatShare(share)}</td>}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

/** A table that scrolls sideways where it does not fit, by the keyboard too. */
export function ScrolledTable({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={name}>
      <table>{children}</table>
    </div>
  );
}
