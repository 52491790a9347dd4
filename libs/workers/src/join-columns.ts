/** One after the other, in memory that every thread sees: what is computed from them need not copy. */
export function joinColumns(columns: readonly Float64Array[]): Float64Array {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const joined = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
  let at = 0;
  for (const column of columns) {
    joined.set(column, at);
    at += column.length;
  }
  return joined;
}
