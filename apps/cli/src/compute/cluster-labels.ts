/** What stands for no cluster in a column. */
const NONE = ['', '-1'];

export interface ClusterColumn {
  /** Of the clusters, in the order of their characters, as numbers where all are numbers. */
  labels: string[];
  /** n numbers of clusters, -1 for none. */
  clusterOf: Int32Array;
}

/** Numbers the clusters of a column: nothing depends on the order of the rows. */
export function numberClusterColumn(cells: readonly string[]): ClusterColumn {
  const labels = orderLabels(new Set(cells));
  const numbers = new Map(labels.map((label, number) => [label, number]));
  return { labels, clusterOf: Int32Array.from(cells, (label) => numbers.get(label) ?? -1) };
}

function orderLabels(labels: ReadonlySet<string>): string[] {
  const known = [...labels].filter((label) => !NONE.includes(label));
  const isNumeric = known.every((label) => Number.isFinite(Number(label)));
  return known.sort((a, b) => (isNumeric && Number(a) - Number(b)) || (a < b ? -1 : 1));
}
