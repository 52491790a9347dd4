/** By which column a table is sorted. */
export interface Sort<Column extends string> {
  by: Column;
  isAscending: boolean;
}

/** `lq`, or `-lq` for the greatest first; null where that is no column. */
export function readSort<Column extends string>(
  text: string | null,
  columns: readonly Column[],
): Sort<Column> | null {
  const by = columns.find((column) => column === (text ?? '').replace(/^-/, ''));
  return by ? { by, isAscending: !text!.startsWith('-') } : null;
}

export function writeSort({ by, isAscending }: Sort<string>): string {
  return `${isAscending ? '' : '-'}${by}`;
}
