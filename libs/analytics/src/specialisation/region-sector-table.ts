import { addDense, addRegions, addSorted, MOST_DENSE_CELLS, type Cells } from './add-cells.js';

/** Rows that may repeat a pair of region and sector; both are numbered by the caller. */
export interface RegionSectorRows {
  regions: number;
  sectors: number;
  /** n numbers below `regions`. */
  regionOf: Uint32Array;
  /** n numbers below `sectors`. */
  sectorOf: Uint32Array;
  /** n jobs, firms or other amounts; null: each row counts 1. */
  values: Float64Array | null;
}

/** Sums of regions and sectors; the m cells that are not 0, by region, then sector. */
export interface RegionSectorTable {
  regions: number;
  sectors: number;
  /** regions + 1: a region's cells are those from `starts[r]` up to, without, `starts[r + 1]`. */
  starts: Uint32Array;
  /** m */
  regionOf: Uint32Array;
  sectorOf: Uint32Array;
  values: Float64Array;
  regionTotals: Float64Array;
  sectorTotals: Float64Array;
  total: number;
}

/**
 * Adds up rows to a table.
 *
 * Does not depend on the order of the rows: sums of whole numbers are exact, others are added in
 * ascending order. Linear, but for the sort of what is not whole within a cell.
 *
 * @throws {RangeError} if the columns differ in length, a number of a region or sector is too high,
 * or a value is negative or not finite
 */
export function tabulate(rows: RegionSectorRows): RegionSectorTable {
  const isExact = checkRows(rows);
  const isDense = rows.regions * rows.sectors <= MOST_DENSE_CELLS;
  const cells = !isExact ? addSorted(rows) : isDense ? addDense(rows) : addRegions(rows);
  return withTotals(rows, cells);
}

/** The cells of a table by sector, then region. */
export interface SectorOrder {
  /** sectors + 1 */
  starts: Uint32Array;
  /** m places in the table's columns. */
  cells: Uint32Array;
}

export function orderBySector({ sectors, sectorOf }: RegionSectorTable): SectorOrder {
  const starts = new Uint32Array(sectors + 1);
  for (let cell = 0; cell < sectorOf.length; cell++) starts[sectorOf[cell]! + 1]!++;
  for (let sector = 0; sector < sectors; sector++) starts[sector + 1]! += starts[sector]!;
  const next = starts.slice();
  const cells = new Uint32Array(sectorOf.length);
  for (let cell = 0; cell < cells.length; cell++) cells[next[sectorOf[cell]!]!++] = cell;
  return { starts, cells };
}

/** The cell of a region and sector; -1 where it is 0. Logarithmic. */
export function cellAt(table: RegionSectorTable, region: number, sector: number): number {
  const { starts, sectorOf } = table;
  let low = starts[region]!;
  let high = starts[region + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sectorOf[middle]! < sector) low = middle + 1;
    else high = middle;
  }
  return low < starts[region + 1]! && sectorOf[low] === sector ? low : -1;
}

/** @returns whether sums are exact in any order */
function checkRows({ regions, sectors, regionOf, sectorOf, values }: RegionSectorRows): boolean {
  const n = regionOf.length;
  if (sectorOf.length !== n || (values && values.length !== n)) {
    const lengths = [n, sectorOf.length, (values ?? regionOf).length];
    throw new RangeError(`The columns differ in length: ${lengths.join(', ')}`);
  }
  let isWhole = true;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (regionOf[i]! >= regions || sectorOf[i]! >= sectors) {
      throw new RangeError(
        `Row ${i} is of region ${regionOf[i]} of ${regions} and sector ${sectorOf[i]} of ${sectors}`,
      );
    }
    const value = values ? values[i]! : 1;
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`Row ${i} has the value ${value}`);
    isWhole &&= Math.floor(value) === value;
    sum += value;
  }
  if (sum === Infinity) throw new RangeError('The values add up to Infinity');
  return isWhole && sum <= Number.MAX_SAFE_INTEGER;
}

function withTotals({ regions, sectors }: RegionSectorRows, cells: Cells): RegionSectorTable {
  const starts = new Uint32Array(regions + 1);
  const regionTotals = new Float64Array(regions);
  const sectorTotals = new Float64Array(sectors);
  for (let cell = 0; cell < cells.values.length; cell++) {
    const value = cells.values[cell]!;
    starts[cells.regionOf[cell]! + 1]!++;
    regionTotals[cells.regionOf[cell]!]! += value;
    sectorTotals[cells.sectorOf[cell]!]! += value;
  }
  for (let region = 0; region < regions; region++) starts[region + 1]! += starts[region]!;
  const total = regionTotals.reduce((sum, value) => sum + value, 0);
  return { regions, sectors, starts, ...cells, regionTotals, sectorTotals, total };
}
