import { radixOrder } from '../sorting/radix-order.js';
import type { RegionSectorRows } from './region-sector-table.js';

/** Those of a table that are not 0, by region, then sector. */
export interface Cells {
  regionOf: Uint32Array;
  sectorOf: Uint32Array;
  values: Float64Array;
}

/** So many cells are added up in an array of all cells, which takes 128 MB. */
export const MOST_DENSE_CELLS = 2 ** 24;

/** Of whole numbers: in an array of all cells. */
export function addDense({
  regions,
  sectors,
  regionOf,
  sectorOf,
  values,
}: RegionSectorRows): Cells {
  const sums = new Float64Array(regions * sectors);
  if (values) {
    for (let i = 0; i < values.length; i++)
      sums[regionOf[i]! * sectors + sectorOf[i]!]! += values[i]!;
  } else {
    for (let i = 0; i < regionOf.length; i++) sums[regionOf[i]! * sectors + sectorOf[i]!]!++;
  }
  let count = 0;
  for (let i = 0; i < sums.length; i++) if (sums[i]! > 0) count++;
  const cells = emptyCells(count);
  for (let region = 0, at = 0; region < regions; region++) {
    for (let sector = 0; sector < sectors; sector++) {
      const value = sums[region * sectors + sector]!;
      if (value === 0) continue;
      cells.regionOf[at] = region;
      cells.sectorOf[at] = sector;
      cells.values[at++] = value;
    }
  }
  return cells;
}

/** Of whole numbers, a region at a time: in an array of its sectors. */
export function addRegions({
  regions,
  sectors,
  regionOf,
  sectorOf,
  values,
}: RegionSectorRows): Cells {
  const ends = new Uint32Array(regions + 1);
  for (let i = 0; i < regionOf.length; i++) ends[regionOf[i]! + 1]!++;
  for (let region = 0; region < regions; region++) ends[region + 1]! += ends[region]!;
  const ownSectors = new Uint32Array(regionOf.length);
  const ownValues = values && new Float64Array(regionOf.length);
  for (let i = 0; i < regionOf.length; i++) {
    const place = ends[regionOf[i]!]!++;
    ownSectors[place] = sectorOf[i]!;
    if (ownValues) ownValues[place] = values[i]!;
  }
  const cells = emptyCells(regionOf.length);
  const sums = new Float64Array(sectors);
  let count = 0;
  for (let region = 0, i = 0; region < regions; region++) {
    const first = count;
    for (; i < ends[region]!; i++) {
      const sector = ownSectors[i]!;
      const value = ownValues ? ownValues[i]! : 1;
      if (value > 0 && sums[sector] === 0) cells.sectorOf[count++] = sector;
      sums[sector]! += value;
    }
    cells.sectorOf.subarray(first, count).sort();
    for (let cell = first; cell < count; cell++) {
      const sector = cells.sectorOf[cell]!;
      cells.regionOf[cell] = region;
      cells.values[cell] = sums[sector]!;
      sums[sector] = 0;
    }
  }
  return shorten(cells, count);
}

/** Of any numbers: those of a cell in ascending order. */
export function addSorted({ regionOf, sectorOf, values }: RegionSectorRows): Cells {
  const order = radixOrder([sectorOf, regionOf]);
  const cells = emptyCells(order.length);
  let count = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const region = regionOf[order[from]!]!;
    const sector = sectorOf[order[from]!]!;
    while (
      to < order.length &&
      regionOf[order[to]!] === region &&
      sectorOf[order[to]!] === sector
    ) {
      to++;
    }
    const value = values ? sumInOrder(values, order.subarray(from, to)) : to - from;
    if (value === 0) continue;
    cells.regionOf[count] = region;
    cells.sectorOf[count] = sector;
    cells.values[count++] = value;
  }
  return shorten(cells, count);
}

function shorten({ regionOf, sectorOf, values }: Cells, count: number): Cells {
  return {
    regionOf: regionOf.slice(0, count),
    sectorOf: sectorOf.slice(0, count),
    values: values.slice(0, count),
  };
}

function sumInOrder(values: Float64Array, rows: Uint32Array): number {
  if (rows.length === 1) return values[rows[0]!]!;
  const own = Float64Array.from(rows, (row) => values[row]!).sort();
  return own.reduce((sum, value) => sum + value, 0);
}

function emptyCells(count: number): Cells {
  return {
    regionOf: new Uint32Array(count),
    sectorOf: new Uint32Array(count),
    values: new Float64Array(count),
  };
}
