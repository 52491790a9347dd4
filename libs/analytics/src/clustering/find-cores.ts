import { NEIGHBOUR_ROWS, OWN_ROW, type SiteGrid } from './site-grid.js';

/** Nearest first, so that most searches end early. */
const OTHER_ROWS = [OWN_ROW - 1, OWN_ROW + 1, OWN_ROW - 2, OWN_ROW + 2];

/** So many sites are compared before the sum is looked at. */
const BLOCK = 32;

/**
 * Moves the core sites of each cell to its front: those with a weight of `minPoints` within eps,
 * their own included.
 *
 * A cell that holds minPoints is all core. A site of another cell is compared with the sites around
 * it until minPoints are found; only sites of cells below minPoints search, so that a site is
 * compared with at most 24 minPoints others where no weight is below 1.
 *
 * @returns how many cores each cell has
 */
export function findCores(
  grid: SiteGrid,
  { eps, minPoints }: { eps: number; minPoints: number },
): Uint32Array {
  const { starts } = grid;
  const cores = new Uint32Array(starts.length - 1);
  const cellWeights = addCellWeights(grid);
  const search = new CoreSearch(grid, eps * eps, minPoints);
  for (let cell = 0; cell < cores.length; cell++) {
    const from = starts[cell]!;
    const to = starts[cell + 1]!;
    const weight = cellWeights[cell]!;
    if (weight >= minPoints) {
      cores[cell] = to - from;
      continue;
    }
    if (!isEnoughAround(grid, cell, { cellWeights, minPoints })) continue;
    search.around(cell);
    let front = from;
    for (let i = from; i < to; i++) {
      if (search.isCore(i, weight)) swap(grid, i, front++);
    }
    cores[cell] = front - from;
  }
  return cores;
}

function addCellWeights({ starts, weights }: SiteGrid): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let cell = 0; cell < sums.length; cell++) {
    let sum = 0;
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++) sum += weights[i]!;
    sums[cell] = sum;
  }
  return sums;
}

/** Whether the cells in reach have `minPoints` at all. */
function isEnoughAround(
  { neighbours, neighbourCounts }: SiteGrid,
  cell: number,
  { cellWeights, minPoints }: { cellWeights: Float64Array; minPoints: number },
): boolean {
  let sum = 0;
  for (let run = NEIGHBOUR_ROWS * cell; run < NEIGHBOUR_ROWS * (cell + 1); run++) {
    const to = neighbours[run]! + neighbourCounts[run]!;
    for (let other = neighbours[run]!; other < to; other++) sum += cellWeights[other]!;
  }
  return sum >= minPoints;
}

class CoreSearch {
  /** Runs of sites in the reach of the cell, without its own. */
  private readonly from = new Uint32Array(OTHER_ROWS.length + 2);
  private readonly to = new Uint32Array(OTHER_ROWS.length + 2);

  constructor(
    private readonly grid: SiteGrid,
    private readonly squaredEps: number,
    private readonly minPoints: number,
  ) {}

  around(cell: number): void {
    const { starts, neighbours, neighbourCounts } = this.grid;
    const ownRow = NEIGHBOUR_ROWS * cell + OWN_ROW;
    this.from[0] = starts[neighbours[ownRow]!]!;
    this.to[0] = starts[cell]!;
    this.from[1] = starts[cell + 1]!;
    this.to[1] = starts[neighbours[ownRow]! + neighbourCounts[ownRow]!]!;
    for (let i = 0; i < OTHER_ROWS.length; i++) {
      const run = NEIGHBOUR_ROWS * cell + OTHER_ROWS[i]!;
      this.from[i + 2] = starts[neighbours[run]!]!;
      this.to[i + 2] = starts[neighbours[run]! + neighbourCounts[run]!]!;
    }
  }

  /** @param ownWeight of the cell, all of which is in reach */
  isCore(place: number, ownWeight: number): boolean {
    const { xs, ys, weights } = this.grid;
    const { squaredEps, minPoints } = this;
    const x = xs[place]!;
    const y = ys[place]!;
    let sum = ownWeight;
    for (let run = 0; run < this.from.length; run++) {
      const to = this.to[run]!;
      for (let i = this.from[run]!; i < to;) {
        const end = Math.min(i + BLOCK, to);
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
