import type { ReactNode } from 'react';

interface ScrolledTableProps {
  name: string;
  /** Further classes of the frame. */
  className?: string;
  children: ReactNode;
}

/** A table that scrolls sideways where it does not fit, by the keyboard too. */
export function ScrolledTable({ name, className = '', children }: ScrolledTableProps) {
  return (
    <div className={`table-scroll ${className}`} tabIndex={0} role="region" aria-label={name}>
      <table>{children}</table>
    </div>
  );
}
