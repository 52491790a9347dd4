import { NEIGHBOUR_ROWS, OWN_ROW, type SiteGrid } from './site-grid.js';

/** Nearest first, so that most searches end early. */
const ROWS = [OWN_ROW, OWN_ROW - 1, OWN_ROW + 1, OWN_ROW - 2, OWN_ROW + 2];

/** So many sites are compared before the sum is looked at. */
const BLOCK = 32;

interface Density {
  eps: number;
  minPoints: number;
}

/**
 * Moves the core sites of each cell to its front: those with a weight of `minPoints` within eps,
 * their own included.
 *
 * A cell that holds minPoints is all core. A site of another cell is compared with the sites around
 * it until minPoints are found; only sites of cells below minPoints search, so that a site is
 * compared with at most 25 minPoints others where no weight is below 1.
 *
 * @returns how many cores each cell has
 */
export function findCores(grid: SiteGrid, { eps, minPoints }: Density): Uint32Array {
  const { starts } = grid;
  const cores = new Uint32Array(starts.length - 1);
  const sums = sumWeights(grid);
  const rounding = sums[cores.length]! * starts.length * Number.EPSILON;
  const search = new CoreSearch(grid, { eps, minPoints });
  for (let cell = 0; cell < cores.length; cell++) {
    const from = starts[cell]!;
    const to = starts[cell + 1]!;
    if (sums[cell + 1]! - sums[cell]! >= minPoints + rounding) {
      cores[cell] = to - from;
      continue;
    }
    if (sumAround(grid, cell, sums) + rounding < minPoints) continue;
    search.around(cell);
    let front = from;
    for (let i = from; i < to; i++) {
      if (search.isCore(i)) swap(grid, i, front++);
    }
    cores[cell] = front - from;
  }
  return cores;
}

/** @returns c + 1 sums: the weight of all sites before each cell */
function sumWeights({ starts, weights }: SiteGrid): Float64Array {
  const sums = new Float64Array(starts.length);
  let sum = 0;
  for (let cell = 0; cell < starts.length - 1; cell++) {
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++) sum += weights[i]!;
    sums[cell + 1] = sum;
  }
  return sums;
}

/** The weight of all cells in reach, its own included, as exact as the sums are. */
function sumAround(
  { neighbours, neighbourCounts }: SiteGrid,
  cell: number,
  sums: Float64Array,
): number {
  let sum = 0;
  for (let run = NEIGHBOUR_ROWS * cell; run < NEIGHBOUR_ROWS * (cell + 1); run++) {
    const from = neighbours[run]!;
    sum += sums[from + neighbourCounts[run]!]! - sums[from]!;
  }
  return sum;
}

class CoreSearch {
  /** Runs of sites in the reach of the cell, its own among them. */
  private readonly from = new Uint32Array(NEIGHBOUR_ROWS);
  private readonly to = new Uint32Array(NEIGHBOUR_ROWS);
  private readonly squaredEps: number;
  private readonly minPoints: number;

  constructor(
    private readonly grid: SiteGrid,
    { eps, minPoints }: Density,
  ) {
    this.squaredEps = eps * eps;
    this.minPoints = minPoints;
  }

  around(cell: number): void {
    const { starts, neighbours, neighbourCounts } = this.grid;
    for (let i = 0; i < NEIGHBOUR_ROWS; i++) {
      const run = NEIGHBOUR_ROWS * cell + ROWS[i]!;
      const first = neighbours[run]!;
      this.from[i] = starts[first]!;
      this.to[i] = starts[first + neighbourCounts[run]!]!;
    }
  }

  isCore(place: number): boolean {
    const { xs, ys, weights } = this.grid;
    const { squaredEps, minPoints, from, to } = this;
    const x = xs[place]!;
    const y = ys[place]!;
    let sum = 0;
    for (let run = 0; run < NEIGHBOUR_ROWS; run++) {
      for (let i = from[run]!; i < to[run]!;) {
        const end = Math.min(i + BLOCK, to[run]!);
        for (; i < end; i++) {
          const dx = xs[i]! - x;
          const dy = ys[i]! - y;
          // a product, not a branch: as good as random, it would be mispredicted half of the time
          sum += weights[i]! * Number(dx * dx + dy * dy <= squaredEps);
        }
        if (sum >= minPoints) return true;
      }
    }
    return false;
  }
}

/** Exchanges two sites of a cell. */
export function swap({ xs, ys, weights, sites }: SiteGrid, a: number, b: number): void {
  if (a === b) return;
  const [x, y, weight, site] = [xs[a]!, ys[a]!, weights[a]!, sites[a]!];
  xs[a] = xs[b]!;
  ys[a] = ys[b]!;
  weights[a] = weights[b]!;
  sites[a] = sites[b]!;
  xs[b] = x;
  ys[b] = y;
  weights[b] = weight;
  sites[b] = site;
}
