import { NEIGHBOUR_ROWS, OWN_ROW, type SiteGrid } from './site-grid.js';

/** Nearest first, so that most searches end early. */
const OTHER_ROWS = [OWN_ROW - 1, OWN_ROW + 1, OWN_ROW - 2, OWN_ROW + 2];
/** Of sites side by side: those of a cell's row before and after it, and of the other rows. */
const RUNS = 2 + OTHER_ROWS.length;

/** So many sites are compared before the sum is looked at. */
const BLOCK = 32;

const FIRST = 1;
const SECOND = 2;

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
    for (let i = from; i < to; i += 2) {
      const next = Math.min(i + 1, to - 1);
      const found = search.coresOf(i, next);
      if (found & FIRST) swap(grid, i, front++);
      if (found & SECOND && next > i) swap(grid, next, front++);
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
  /** Runs of sites in the reach of the cell, its own not among them. */
  private readonly from = new Uint32Array(RUNS);
  private readonly to = new Uint32Array(RUNS);
  private ownWeight = 0;
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
    const { starts, weights, neighbours, neighbourCounts } = this.grid;
    const { from, to } = this;
    this.ownWeight = 0; // its sites are all in reach of each other
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++) this.ownWeight += weights[i]!;
    const own = NEIGHBOUR_ROWS * cell + OWN_ROW;
    from[0] = starts[neighbours[own]!]!;
    to[0] = starts[cell]!;
    from[1] = starts[cell + 1]!;
    to[1] = starts[neighbours[own]! + neighbourCounts[own]!]!;
    for (let i = 0; i < OTHER_ROWS.length; i++) {
      const run = NEIGHBOUR_ROWS * cell + OTHER_ROWS[i]!;
      const first = neighbours[run]!;
      from[i + 2] = starts[first]!;
      to[i + 2] = starts[first + neighbourCounts[run]!]!;
    }
  }

  /**
   * Looks at two places at once, which share what the loops cost; they may be the same.
   *
   * @returns FIRST, if the first one is a core, and SECOND, if the other one is, in one number
   */
  coresOf(first: number, second: number): number {
    const { xs, ys, weights } = this.grid;
    const { squaredEps, minPoints, from, to } = this;
    const x1 = xs[first]!;
    const y1 = ys[first]!;
    const x2 = xs[second]!;
    const y2 = ys[second]!;
    let sum1 = this.ownWeight;
    let sum2 = sum1;
    for (let run = 0; run < RUNS; run++) {
      for (let i = from[run]!; i < to[run]!;) {
        const end = Math.min(i + BLOCK, to[run]!);
        for (; i < end; i++) {
          const x = xs[i]!;
          const y = ys[i]!;
          const weight = weights[i]!;
          const dx1 = x - x1;
          const dy1 = y - y1;
          const dx2 = x - x2;
          const dy2 = y - y2;
          // products, not branches: as good as random, they would be mispredicted half of the time
          sum1 += weight * Number(dx1 * dx1 + dy1 * dy1 <= squaredEps);
          sum2 += weight * Number(dx2 * dx2 + dy2 * dy2 <= squaredEps);
        }
        if (sum1 >= minPoints && sum2 >= minPoints) return FIRST | SECOND;
      }
    }
    return (sum1 >= minPoints ? FIRST : 0) | (sum2 >= minPoints ? SECOND : 0);
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
