import type { DensityHierarchy } from '@cluster-atlas/analytics';

export const EDGE_HEADER = ['row', 'to_row', 'length', 'core_distance', 'to_core_distance'];

type Edge = [row: number, toRow: number, length: number, core: number, toCore: number];

/**
 * The edges of a minimum spanning tree of mutual reachability over the rows, the shortest first:
 * between places by the first row of each; the rows of a place one after the other.
 */
export function edgeRows({ span, sites, squaredCores, starts, members }: DensityHierarchy): Edge[] {
  const edges: Edge[] = [];
  const rowAt = (member: number) => members[member]! + 1;
  const coreOf = (leaf: number) => Math.sqrt(squaredCores[leaf]!);
  span.squares.forEach((square, i) => {
    const [from, to] = [span.from[i]!, span.to[i]!];
    edges.push([
      rowAt(starts[sites[from]!]!),
      rowAt(starts[sites[to]!]!),
      Math.sqrt(square),
      coreOf(from),
      coreOf(to),
    ]);
  });
  sites.forEach((site, leaf) => {
    const core = coreOf(leaf);
    if (core === Infinity) return;
    for (let i = starts[site]! + 1; i < starts[site + 1]!; i++) {
      edges.push([rowAt(i - 1), rowAt(i), core, core, core]);
    }
  });
  return edges.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);
}
