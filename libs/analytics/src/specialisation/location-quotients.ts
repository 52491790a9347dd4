import { quotientOf, type Specialisation } from './location-quotient.js';
import type { RegionSectorTable } from './region-sector-table.js';

/** The four counts behind the quotient of a cell. */
function countsOf(table: RegionSectorTable, cell: number): Specialisation {
  return {
    matching: table.values[cell]!,
    all: table.regionTotals[table.regionOf[cell]!]!,
    baseMatching: table.sectorTotals[table.sectorOf[cell]!]!,
    baseAll: table.total,
  };
}

/**
 * Quotients of all cells against the whole table; where a cell is absent the quotient is 0, or null
 * if its region or sector is empty.
 *
 * @returns m positive numbers, in the order of the table's cells
 */
export function locationQuotients(table: RegionSectorTable): Float64Array {
  const quotients = new Float64Array(table.values.length);
  for (let cell = 0; cell < quotients.length; cell++) {
    quotients[cell] = quotientOf(countsOf(table, cell))!;
  }
  return quotients;
}
