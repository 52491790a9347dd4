import {
  binomialTail,
  bootstrapCutoff,
  cellAt,
  dartboardZ,
  empiricalBayesQuotients,
  hypergeometricTail,
  isDtiCluster,
  logQuotient,
  quotientOf,
  quotientWithoutOwn,
  standardiseQuotients,
  symmetricQuotient,
  type RegionSectorTable,
  type Specialisation,
} from '@cluster-atlas/analytics';

/** What the methods beside the plain quotient start from. */
interface LqContext {
  table: RegionSectorTable;
  /** Of establishments; the table itself if they were not given. */
  counts: RegionSectorTable;
  /** Of each sector, the sum of its plants' squared shares. */
  herfindahls: Float64Array;
  seed: number;
  resamples: number;
}

type Cell = number | boolean | null;

/** Of one sector: a value for each region in each of the method's columns. */
export interface SectorFigures {
  columns: Cell[][];
  detail?: Record<string, unknown>;
}

export interface LqMethod {
  columns: readonly string[];
  measure: (context: LqContext, sector: number) => SectorFigures;
}

export const LQ_METHODS: Record<string, LqMethod> = {
  symmetric: {
    columns: ['symmetric_lq'],
    measure: (context, sector) => ofQuotients(context, sector, symmetricQuotient),
  },
  log: {
    columns: ['log_lq'],
    measure: (context, sector) => ofQuotients(context, sector, logQuotient),
  },
  'without-own': {
    columns: ['lq_without_own'],
    measure: ({ table }, sector) => ofCounts(table, sector, quotientWithoutOwn),
  },
  standardised: { columns: ['standardised_lq'], measure: standardised },
  bootstrap: { columns: ['bootstrap_significant'], measure: bootstrapped },
  dartboard: {
    columns: ['dartboard_z'],
    measure: ({ table, herfindahls }, sector) =>
      ofCounts(table, sector, ({ matching, all, baseMatching, baseAll }) =>
        baseMatching === 0
          ? null
          : dartboardZ({
              share: matching / baseMatching,
              baseShare: all / baseAll,
              herfindahl: herfindahls[sector]!,
            }),
      ),
  },
  binomial: {
    columns: ['binomial_p'],
    measure: ({ table, counts }, sector) =>
      ofRegions(table, (region) =>
        table.total === 0
          ? null
          : binomialTail(amountAt(counts, region, sector), {
              trials: counts.sectorTotals[sector]!,
              probability: Math.min(1, table.regionTotals[region]! / table.total),
            }),
      ),
  },
  hypergeometric: {
    columns: ['hypergeometric_p'],
    measure: ({ table, counts }, sector) =>
      ofRegions(table, (region) =>
        hypergeometricTail(amountAt(counts, region, sector), {
          draws: counts.sectorTotals[sector]!,
          marked: counts.regionTotals[region]!,
          all: counts.total,
        }),
      ),
  },
  'empirical-bayes': { columns: ['empirical_bayes_lq'], measure: empiricalBayes },
  dti: {
    columns: ['dti'],
    measure: ({ table }, sector) => ofCounts(table, sector, isDtiCluster),
  },
};

function amountAt(table: RegionSectorTable, region: number, sector: number): number {
  return table.values[cellAt(table, region, sector)] ?? 0;
}

/** The four counts behind the quotient of a region and sector. */
export function countsAt(table: RegionSectorTable, region: number, sector: number): Specialisation {
  return {
    matching: amountAt(table, region, sector),
    all: table.regionTotals[region]!,
    baseMatching: table.sectorTotals[sector]!,
    baseAll: table.total,
  };
}

function ofRegions(
  { regions }: RegionSectorTable,
  figure: (region: number) => Cell,
): SectorFigures {
  return { columns: [Array.from({ length: regions }, (_, region) => figure(region))] };
}

function ofCounts(
  table: RegionSectorTable,
  sector: number,
  figure: (counts: Specialisation) => Cell,
): SectorFigures {
  return ofRegions(table, (region) => figure(countsAt(table, region, sector)));
}

function ofQuotients(
  { table }: LqContext,
  sector: number,
  figure: (lq: number) => Cell,
): SectorFigures {
  return ofCounts(table, sector, (counts) => {
    const lq = quotientOf(counts);
    return lq === null ? null : figure(lq);
  });
}

/** Of the regions that are not empty, by their places among all. */
function knownQuotients(table: RegionSectorTable, sector: number) {
  const all = Array.from({ length: table.regions }, (_, region) =>
    quotientOf(countsAt(table, region, sector)),
  );
  const known = all.flatMap((lq, region) => (lq === null ? [] : [{ lq, region }]));
  return {
    quotients: Float64Array.from(known, ({ lq }) => lq),
    places: known.map(({ region }) => region),
  };
}

function spread(
  table: RegionSectorTable,
  places: readonly number[],
  figures: readonly Cell[],
): Cell[] {
  const column = Array<Cell>(table.regions).fill(null);
  places.forEach((region, i) => (column[region] = figures[i]!));
  return column;
}

function standardised({ table }: LqContext, sector: number): SectorFigures {
  const { quotients, places } = knownQuotients(table, sector);
  const { zs, ...standardisation } = standardiseQuotients(quotients);
  return {
    columns: [spread(table, places, zs)],
    detail: { standardisation },
  };
}

function bootstrapped({ table, seed, resamples }: LqContext, sector: number): SectorFigures {
  const { quotients, places } = knownQuotients(table, sector);
  const { zs } = standardiseQuotients(quotients);
  const known = Float64Array.from(zs.filter((z) => z !== null));
  const cutoff = bootstrapCutoff(known, { seed, resamples });
  const flags = zs.map((z) => (z === null || cutoff === null ? null : z > cutoff.cutoff));
  return { columns: [spread(table, places, flags)], detail: { bootstrap: cutoff } };
}

function empiricalBayes({ table }: LqContext, sector: number): SectorFigures {
  const share = table.total > 0 ? table.sectorTotals[sector]! / table.total : 0;
  const observed = Float64Array.from({ length: table.regions }, (_, region) =>
    amountAt(table, region, sector),
  );
  const expected = table.regionTotals.map((total) => total * share);
  return { columns: [empiricalBayesQuotients(observed, expected)] };
}
