/** Columns of the file of every way of clustering. */
export const CLUSTERING_HEADER = ['row', 'cluster', 'kind', 'probability', 'outlier_score'];

export function shareOf(part: number, n: number): string {
  return n === 0 ? '' : ` (${((100 * part) / n).toFixed(1)} %)`;
}

/** The largest clusters. */
export function sizeLines(sizes: readonly number[]): string[] {
  if (sizes.length === 0) return [];
  const largest = [...sizes].sort((a, b) => b - a).slice(0, 20);
  return [`Sizes: ${largest.join(', ')}${sizes.length > 20 ? ', …' : ''}`];
}
