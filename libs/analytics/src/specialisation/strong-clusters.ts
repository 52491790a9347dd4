import { percentile } from '../statistics/percentile.js';
import { quotientOf, type Specialisation } from './location-quotient.js';
import { orderBySector, type RegionSectorTable } from './region-sector-table.js';

/** What a sector's cells were compared with; null where it is in no region. */
interface StrengthThresholds {
  /** Regions that have the sector. */
  regions: number;
  lq25: number | null;
  lq50: number | null;
  lq75: number | null;
  lq90: number | null;
  value25: number | null;
  /** null without establishments. */
  establishments25: number | null;
}

/** Flags of the m cells of the table, 1 for yes, and the thresholds of each sector. */
export interface StrongClusters {
  qualifying: Uint8Array;
  significant: Uint8Array;
  strong: Uint8Array;
  strong10: Uint8Array;
  thresholds: StrengthThresholds[];
}

/**
 * Which sectors are strong in which regions, beside the other regions that have them.
 *
 * All four need more than the lower quartile of the amount, and of the establishments if given.
 * `qualifying` exceeds the lower quartile of the location quotient, `significant` its median,
 * `strong` reaches 1 and the upper quartile, `strong10` 1 and the upper decile. Quartiles are over
 * the regions with more than 0 of the sector. Where there are kinds of regions, call it for each.
 *
 * Source: Delgado, Porter and Stern (2014), Clusters, convergence, and economic performance,
 * Research Policy 43, 1785-1799; as the U.S. Cluster Mapping project has it in its published code.
 *
 * @param quotients m, of `locationQuotients`
 * @param establishments m, or null: then the rule is without them
 * @throws {RangeError} if the columns are not as long as the table
 */
export function strongClusters(
  table: RegionSectorTable,
  quotients: Float64Array,
  establishments: Float64Array | null,
): StrongClusters {
  const length = table.values.length;
  if (quotients.length !== length || (establishments && establishments.length !== length)) {
    throw new RangeError(`${quotients.length} quotients for ${length} cells`);
  }
  const order = orderBySector(table);
  const found = {
    qualifying: new Uint8Array(length),
    significant: new Uint8Array(length),
    strong: new Uint8Array(length),
    strong10: new Uint8Array(length),
    thresholds: [] as StrengthThresholds[],
  };
  for (let sector = 0; sector < table.sectors; sector++) {
    const cells = order.cells.subarray(order.starts[sector], order.starts[sector + 1]);
    const limits = thresholdsOf(cells, { quotients, values: table.values, establishments });
    found.thresholds.push(limits);
    for (const cell of cells) {
      const isLarge =
        table.values[cell]! > limits.value25! &&
        (establishments === null || establishments[cell]! > limits.establishments25!);
      if (!isLarge) continue;
      const lq = quotients[cell]!;
      found.qualifying[cell] = Number(lq > limits.lq25!);
      found.significant[cell] = Number(lq > limits.lq50!);
      found.strong[cell] = Number(lq >= limits.lq75! && lq >= 1);
      found.strong10[cell] = Number(lq >= limits.lq90! && lq >= 1);
    }
  }
  return found;
}

interface CellColumns {
  quotients: Float64Array;
  values: Float64Array;
  establishments: Float64Array | null;
}

function thresholdsOf(cells: Uint32Array, columns: CellColumns): StrengthThresholds {
  const ascending = (column: Float64Array) =>
    Float64Array.from(cells, (cell) => column[cell]!).sort();
  const quotients = ascending(columns.quotients);
  return {
    regions: cells.length,
    lq25: percentile(quotients, 0.25),
    lq50: percentile(quotients, 0.5),
    lq75: percentile(quotients, 0.75),
    lq90: percentile(quotients, 0.9),
    value25: percentile(ascending(columns.values), 0.25),
    establishments25: columns.establishments && percentile(ascending(columns.establishments), 0.25),
  };
}

/** By the rule of the UK's Department of Trade and Industry of 2001. */
const DTI = { lq: 1.25, shareOfRegion: 0.002 };

/**
 * Whether a sector is a cluster of its region: a quotient of at least 1.25, and at least 0.2 % of
 * what the region has.
 *
 * Source: Department of Trade and Industry (2001), Business clusters in the UK: a first assessment.
 */
export function isDtiCluster(counts: Specialisation): boolean {
  const lq = quotientOf(counts);
  return lq !== null && lq >= DTI.lq && counts.matching / counts.all >= DTI.shareOfRegion;
}
