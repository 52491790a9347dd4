import { orderBySector, type RegionSectorTable } from '@cluster-atlas/analytics';

/** The amounts of each sector in all regions, zeroes included. */
export function* sectorColumns(table: RegionSectorTable): Generator<Float64Array> {
  const { starts, cells } = orderBySector(table);
  for (let sector = 0; sector < table.sectors; sector++) {
    const amounts = new Float64Array(table.regions);
    for (const cell of cells.subarray(starts[sector], starts[sector + 1])) {
      amounts[table.regionOf[cell]!] = table.values[cell]!;
    }
    yield amounts;
  }
}

/** The amounts of all sectors in each region, zeroes included. */
export function* regionColumns(table: RegionSectorTable): Generator<Float64Array> {
  for (let region = 0; region < table.regions; region++) {
    const amounts = new Float64Array(table.sectors);
    for (let cell = table.starts[region]!; cell < table.starts[region + 1]!; cell++) {
      amounts[table.sectorOf[cell]!] = table.values[cell]!;
    }
    yield amounts;
  }
}
