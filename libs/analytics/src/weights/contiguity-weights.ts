import { weightsFromLinks, type SpatialWeights } from './spatial-weights.js';

/** Neighbours share a corner (`queen`) or an edge (`rook`), as the pieces move in chess. */
export type Contiguity = 'queen' | 'rook';

/** The rings of an area's polygons, holes among them: x, y, x, y … */
export type AreaRings = readonly Float64Array[];

/**
 * Areas are neighbours, with the weight 1, if their rings share a corner, or an edge, of exactly the
 * same coordinates. A corner that lies on another's edge without being a corner of it does not count.
 *
 * Linear in the corners and the links.
 */
export function contiguityWeights(
  areas: readonly AreaRings[],
  contiguity: Contiguity,
): SpatialWeights {
  const holders = new Map<string, number[]>();
  areas.forEach((rings, area) => {
    for (const ring of rings) addRing(holders, { ring, area, contiguity });
  });
  const neighbours = areas.map(() => new Set<number>());
  for (const sharing of holders.values()) {
    for (const area of sharing) for (const other of sharing) neighbours[area]!.add(other);
  }
  return weightsOfSets(neighbours);
}

function addRing(
  holders: Map<string, number[]>,
  { ring, area, contiguity }: { ring: Float64Array; area: number; contiguity: Contiguity },
): void {
  const place = (at: number) => `${ring[at]! + 0},${ring[at + 1]! + 0}`; // -0 is 0
  for (let before = ring.length - 2, at = 0; at < ring.length; before = at, at += 2) {
    const [a, b] = [place(before), place(at)];
    if (a === b && contiguity === 'rook') continue; // the last corner repeats the first
    const key = contiguity === 'queen' ? b : a < b ? `${a} ${b}` : `${b} ${a}`;
    const sharing = holders.get(key);
    if (sharing === undefined) holders.set(key, [area]);
    else if (sharing.at(-1) !== area) sharing.push(area);
  }
}

/**
 * The cells of a grid, row by row, and their neighbours, with the weight 1.
 *
 * @throws {RangeError} if a count is not a whole number above 0
 */
export function gridWeights(
  { rows, columns }: { rows: number; columns: number },
  contiguity: Contiguity,
): SpatialWeights {
  for (const count of [rows, columns]) {
    if (!(Number.isInteger(count) && count > 0)) {
      throw new RangeError(`A grid of ${rows} rows and ${columns} columns`);
    }
  }
  const links = { from: [] as number[], to: [] as number[], weights: [] as number[] };
  for (let cell = 0; cell < rows * columns; cell++) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const steps = Math.abs(y - row) + Math.abs(x - column);
        if (steps === 0 || (steps === 2 && contiguity === 'rook')) continue;
        links.from.push(cell);
        links.to.push(y * columns + x);
        links.weights.push(1);
      }
    }
  }
  return weightsFromLinks(rows * columns, links);
}

function weightsOfSets(neighbours: readonly ReadonlySet<number>[]): SpatialWeights {
  const links = { from: [] as number[], to: [] as number[], weights: [] as number[] };
  neighbours.forEach((others, area) => {
    for (const other of others) {
      if (other === area) continue;
      links.from.push(area);
      links.to.push(other);
      links.weights.push(1);
    }
  });
  return weightsFromLinks(neighbours.length, links);
}
