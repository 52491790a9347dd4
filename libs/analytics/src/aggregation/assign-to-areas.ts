import { pointInPolygon, type Rings } from '@cluster-atlas/geo';

export interface AreaAssignment {
  /** n places in the list of areas; -1: in none. */
  areaOf: Int32Array;
  /** Places in more than one area; they are assigned to the first of the list. */
  overlapping: number;
}

/** Areas wholly or partly in a cell of the grid, by their extents: `areas[starts[c]]` up to the next. */
interface CellLists {
  frame: { west: number; south: number; size: number; columns: number; rows: number };
  starts: Uint32Array;
  areas: Uint32Array;
}

/** Cells for each area: with more the table grows, with fewer more areas are asked for each place. */
const CELLS_PER_AREA = 8;

/**
 * Finds the area that each place lies in, by the even-odd rule of `pointInPolygon`: of two
 * neighbours exactly one holds a place on their border.
 *
 * A grid over the areas' extents leaves a few of them to ask. Cost: the places times what
 * `pointInPolygon` takes for each of those.
 *
 * @param places n eastings `xs` and northings `ys`, metres; NaN lies nowhere
 * @param areas the rings of each, in the same plane
 * @throws {RangeError} if the columns differ in length or a corner is not finite
 */
export function assignToAreas(
  { xs, ys }: { xs: Float64Array; ys: Float64Array },
  areas: readonly Rings[],
): AreaAssignment {
  if (xs.length !== ys.length)
    throw new RangeError(`${xs.length} eastings, ${ys.length} northings`);
  const contains = areas.map(pointInPolygon);
  const cells = listByCell(areas.map(extentOf));
  const areaOf = new Int32Array(xs.length).fill(-1);
  let overlapping = 0;
  for (let i = 0; i < xs.length; i++) {
    const cell = cellOf(cells.frame, xs[i]!, ys[i]!);
    if (cell < 0) continue;
    for (let at = cells.starts[cell]!; at < cells.starts[cell + 1]!; at++) {
      const area = cells.areas[at]!;
      if (!contains[area]!(xs[i]!, ys[i]!)) continue;
      if (areaOf[i]! >= 0) {
        overlapping++;
        break;
      }
      areaOf[i] = area;
    }
  }
  return { areaOf, overlapping };
}

interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
}

function extentOf(rings: Rings): Extent {
  const extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      extent.west = Math.min(extent.west, ring[i]!);
      extent.east = Math.max(extent.east, ring[i]!);
      extent.south = Math.min(extent.south, ring[i + 1]!);
      extent.north = Math.max(extent.north, ring[i + 1]!);
    }
  }
  return extent;
}

function listByCell(extents: readonly Extent[]): CellLists {
  const frame = frameOver(extents);
  const cellCount = frame.columns * frame.rows;
  const starts = new Uint32Array(cellCount + 1);
  forEachCell(frame, extents, (cell) => starts[cell + 1]!++);
  for (let cell = 0; cell < cellCount; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const areas = new Uint32Array(starts[cellCount]!);
  forEachCell(frame, extents, (cell, area) => (areas[next[cell]!++] = area));
  return { frame, starts, areas };
}

function frameOver(extents: readonly Extent[]): CellLists['frame'] {
  const west = extents.reduce((least, extent) => Math.min(least, extent.west), Infinity);
  const south = extents.reduce((least, extent) => Math.min(least, extent.south), Infinity);
  const width = extents.reduce((most, { east }) => Math.max(most, east), -Infinity) - west;
  const height = extents.reduce((most, { north }) => Math.max(most, north), -Infinity) - south;
  if (!(width > 0 && height > 0)) return { west, south, size: 1, columns: 0, rows: 0 };
  const size = Math.max(
    Math.sqrt((width * height) / (CELLS_PER_AREA * extents.length)),
    Math.max(width, height) / (CELLS_PER_AREA * extents.length), // a narrow strip
  );
  const columns = Math.floor(width / size) + 1;
  return { west, south, size, columns, rows: Math.floor(height / size) + 1 };
}

function forEachCell(
  { west, south, size, columns }: CellLists['frame'],
  extents: readonly Extent[],
  visit: (cell: number, area: number) => void,
): void {
  extents.forEach((extent, area) => {
    const lastColumn = Math.floor((extent.east - west) / size);
    const lastRow = Math.floor((extent.north - south) / size);
    for (let row = Math.floor((extent.south - south) / size); row <= lastRow; row++) {
      for (let column = Math.floor((extent.west - west) / size); column <= lastColumn; column++) {
        visit(row * columns + column, area);
      }
    }
  });
}

/** -1 outside of the frame. */
function cellOf(
  { west, south, size, columns, rows }: CellLists['frame'],
  x: number,
  y: number,
): number {
  const column = Math.floor((x - west) / size);
  const row = Math.floor((y - south) / size);
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : -1;
}
