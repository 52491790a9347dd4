import type { CoreBoxes } from './core-boxes.js';
import { NEIGHBOUR_ROWS, OWN_ROW, type SiteGrid } from './site-grid.js';

/** No cluster. */
export const NOISE = -1;

export interface ClusteredCells {
  /** How many. */
  clusters: number;
  /** c, the cluster of the cell's cores; NOISE where it has none. */
  clusterOf: Int32Array;
}

interface Cores {
  /** How many each cell has, at its front. */
  cores: Uint32Array;
  /** Of two places in the grid: the clusters are numbered by their first core. */
  isBefore: (a: number, b: number) => boolean;
}

/**
 * Joins the cells with cores that are in reach of each other: the connected components are the
 * clusters, for the cores of one cell are all in reach.
 */
export function connectCells(
  grid: SiteGrid,
  { cores, boxes, isBefore }: Cores & { boxes: CoreBoxes },
): ClusteredCells {
  const parents = new Uint32Array(cores.length);
  for (let cell = 0; cell < cores.length; cell++) parents[cell] = cell;
  for (let cell = 0; cell < cores.length; cell++) {
    if (cores[cell] === 0) continue;
    let root = cell;
    // to the cells before it, the adjacent ones first: afterwards few of the others are still apart
    for (let round = 0; round < 2; round++) {
      const isNear = round === 0;
      for (let row = OWN_ROW; row >= (isNear ? OWN_ROW - 1 : 0); row--) {
        const run = NEIGHBOUR_ROWS * cell + row;
        const from = grid.neighbours[run]!;
        const to = row === OWN_ROW ? cell : from + grid.neighbourCounts[run]!;
        for (let other = from; other < to; other++) {
          if (cores[other] === 0) continue;
          const isAdjacent =
            row >= OWN_ROW - 1 && Math.abs(grid.columns[other]! - grid.columns[cell]!) <= 1;
          if (isAdjacent !== isNear) continue;
          const otherRoot = findRoot(parents, other);
          if (root === otherRoot || !boxes.areConnected(cell, other)) continue;
          parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
          root = Math.min(root, otherRoot);
        }
      }
    }
  }
  return numberClusters(grid, { cores, parents, isBefore });
}

/** Shortens the way for those who come next. */
function findRoot(parents: Uint32Array, cell: number): number {
  let root = cell;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}

function numberClusters(
  { starts }: SiteGrid,
  { cores, parents, isBefore }: Cores & { parents: Uint32Array },
): ClusteredCells {
  const clusterOf = new Int32Array(cores.length).fill(NOISE); // in the order of the cells first
  const firsts: number[] = [];
  for (let cell = 0; cell < cores.length; cell++) {
    if (cores[cell] === 0) continue;
    const from = starts[cell]!;
    const root = findRoot(parents, cell); // the smallest cell of its cluster
    const cluster = root === cell ? firsts.push(from) - 1 : clusterOf[root]!;
    clusterOf[cell] = cluster;
    for (let i = from; i < from + cores[cell]!; i++) {
      if (isBefore(i, firsts[cluster]!)) firsts[cluster] = i;
    }
  }
  const order = firsts.map((_, cluster) => cluster);
  order.sort((a, b) => (isBefore(firsts[a]!, firsts[b]!) ? -1 : 1));
  const numbers = new Int32Array(order.length);
  order.forEach((cluster, number) => (numbers[cluster] = number));
  for (let cell = 0; cell < cores.length; cell++) {
    if (cores[cell]! > 0) clusterOf[cell] = numbers[clusterOf[cell]!]!;
  }
  return { clusters: order.length, clusterOf };
}
