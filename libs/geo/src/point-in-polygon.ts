/** Rings of a polygon or of several, holes among them; each ring is x, y, x, y … and closes itself. */
export type Rings = readonly Float64Array[];

/** Edges per band aimed at: with more bands the table grows, with fewer each question takes longer. */
const EDGES_PER_BAND = 2;
const MOST_BANDS = 1 << 16;

/**
 * Prepares the question whether points lie in a polygon, by the even-odd rule over all its rings.
 *
 * A point on a left or lower edge lies inside, on a right or upper one outside, so that of two
 * neighbours exactly one holds a point on their border. Edges are sorted into horizontal bands: a
 * question costs as many edges as cross the point's band, mostly a handful.
 *
 * Source: W. R. Franklin (1970), PNPOLY, https://wrf.ecse.rpi.edu/Research/Short_Notes/pnpoly.html
 *
 * @returns false for a point that is not a number
 * @throws {RangeError} if a coordinate is not finite
 */
export function pointInPolygon(rings: Rings): (x: number, y: number) => boolean {
  const edges = edgesOf(rings);
  const { west, south, east, north } = extentOf(edges);
  const count = edges.length / 4;
  const bands = Math.max(1, Math.min(MOST_BANDS, Math.ceil(count / EDGES_PER_BAND)));
  const height = (north - south) / bands || 1;
  const bandOf = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - south) / height)));
  const { starts, order } = sortIntoBands(edges, bands, bandOf);
  return (x, y) => {
    if (!(x >= west && x <= east && y >= south && y <= north)) return false;
    const band = bandOf(y);
    let isInside = false;
    for (let i = starts[band]!; i < starts[band + 1]!; i++) {
      const at = 4 * order[i]!;
      const y1 = edges[at + 1]!;
      const y2 = edges[at + 3]!;
      if (y1 > y === y2 > y) continue;
      const x1 = edges[at]!;
      if (x < ((edges[at + 2]! - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
    }
    return isInside;
  };
}

/** x1, y1, x2, y2 of each edge that is not horizontal; those never change the answer. */
function edgesOf(rings: Rings): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
      const [x1, y1, x2, y2] = [ring[before]!, ring[before + 1]!, ring[i]!, ring[i + 1]!];
      if (!Number.isFinite(x1 + y1)) throw new RangeError(`polygon with the corner ${x1}, ${y1}`);
      if (y1 !== y2) edges.push(x1, y1, x2, y2);
    }
  }
  return Float64Array.from(edges);
}

function extentOf(edges: Float64Array) {
  const extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < edges.length; i += 2) {
    extent.west = Math.min(extent.west, edges[i]!);
    extent.east = Math.max(extent.east, edges[i]!);
    extent.south = Math.min(extent.south, edges[i + 1]!);
    extent.north = Math.max(extent.north, edges[i + 1]!);
  }
  return extent;
}

/** The edges of band b are `order[starts[b]]` to `order[starts[b + 1] - 1]`; long ones are in several. */
function sortIntoBands(edges: Float64Array, bands: number, bandOf: (y: number) => number) {
  const forEachBand = (visit: (band: number, edge: number) => void) => {
    for (let edge = 0; edge < edges.length / 4; edge++) {
      const y1 = edges[4 * edge + 1]!;
      const y2 = edges[4 * edge + 3]!;
      const last = bandOf(Math.max(y1, y2));
      for (let band = bandOf(Math.min(y1, y2)); band <= last; band++) visit(band, edge);
    }
  };
  const starts = new Uint32Array(bands + 1);
  forEachBand((band) => starts[band + 1]!++);
  for (let band = 0; band < bands; band++) starts[band + 1]! += starts[band]!;
  const next = starts.slice();
  const order = new Uint32Array(starts[bands]!);
  forEachBand((band, edge) => (order[next[band]!++] = edge));
  return { starts, order };
}
