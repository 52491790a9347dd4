import {
  empiricalBayesQuotients,
  locationQuotient,
  quotientOf,
  shiftShare,
  strongClusters,
  tabulate,
  type ShiftShareResult,
  type StrongClusters,
} from '@cluster-atlas/analytics';
import { AREA_TIERS, type AreaDivision, type AreaProfile } from '@cluster-atlas/contract';

/** Whole numbers. */
export type Amounts = Uint32Array | Float64Array;

/** Businesses or jobs of sectors in areas, and in the base that the areas are compared with. */
export interface SectorAmounts {
  sectors: readonly { code: string; title: string }[];
  /** Of each sector, area after area. */
  values: Amounts;
  /** By sector; no less than all areas together. */
  base: Amounts;
}

/** The sectors of one area at an earlier time, in the same order. */
export interface EarlierSectors {
  region: Amounts;
  base: Amounts;
}

interface MeasuredArea {
  area: number;
  /** Null where growth is not told. */
  before: EarlierSectors | null;
  /** Whether the others are areas that it can be compared with, or it stands alone. */
  isLayer: boolean;
}

export type MeasuredSectors = Pick<AreaProfile, 'divisions' | 'shiftShare'>;

/** The sectors of an area, the largest first, and how they changed beside the base. */
export function measureSectors(
  amounts: SectorAmounts,
  { area, before, isLayer }: MeasuredArea,
): MeasuredSectors {
  const { sectors, base } = amounts;
  const here = sectorsOf(amounts, area);
  const change = before && shiftShare(stateOf(before), stateOf({ region: here, base }));
  const compared = isLayer ? compareAreas(amounts, area) : null;
  const [all, baseAll] = [sumOf(here), sumOf(base)];
  const divisions = sectors.map(({ code, title }, i): AreaDivision => {
    const counts = { matching: here[i]!, all, baseMatching: base[i]!, baseAll };
    const quotient = locationQuotient(counts);
    const growth = before && growthOf(here[i]!, before.region[i]!);
    return {
      ...{ code, title, count: here[i]! },
      share: all === 0 ? 0 : here[i]! / all,
      baseShare: baseAll === 0 ? 0 : base[i]! / baseAll,
      ...quotient,
      shrunkLq: compared?.shrunkLq(i) ?? null,
      growth,
      baseGrowth: before && growthOf(base[i]!, before.base[i]!),
      quadrant: quadrantOf(quotient.lq, growth),
      regional: change?.sectors[i]!.regional ?? null,
      ...(compared?.tier(i) ?? { tier: null, thresholds: null }),
    };
  });
  return {
    divisions: divisions
      .filter(({ count, regional }) => count > 0 || (regional !== null && regional !== 0))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    shiftShare: change && totalsOf(change),
  };
}

export function growthOf(now: number, before: number | null): number | null {
  return before === null || before === 0 ? null : now / before - 1;
}

/** The amounts of one area. */
export function sectorsOf({ sectors, values }: SectorAmounts, area: number): Amounts {
  return values.subarray(area * sectors.length, (area + 1) * sectors.length);
}

function stateOf({ region, base }: EarlierSectors) {
  return { region: Float64Array.from(region), base: Float64Array.from(base) };
}

function totalsOf({ change, national, industry, regional }: ShiftShareResult) {
  return { change, national, industry, regional };
}

function quadrantOf(lq: number | null, growth: number | null): AreaDivision['quadrant'] {
  if (lq === null || growth === null) return null;
  if (growth > 0) return lq >= 1 ? 'star' : 'emerging';
  return lq >= 1 ? 'mature' : 'transforming';
}

interface Comparison {
  tier: (sector: number) => Pick<AreaDivision, 'tier' | 'thresholds'>;
  shrunkLq: (sector: number) => number | null;
}

/** How strong the sectors of an area are beside the other areas of its layer. */
function compareAreas(amounts: SectorAmounts, area: number): Comparison {
  const { base } = amounts;
  const table = tabulateSectors(amounts);
  const { regionTotals } = table;
  const baseAll = sumOf(base);
  const quotients = Float64Array.from(table.values, (matching, cell) => {
    const all = regionTotals[table.regionOf[cell]!]!;
    return quotientOf({ matching, all, baseMatching: base[table.sectorOf[cell]!]!, baseAll })!;
  });
  const strong = strongClusters(table, quotients, null);
  const cells = new Map<number, number>();
  for (let cell = table.starts[area]!; cell < table.starts[area + 1]!; cell++) {
    cells.set(table.sectorOf[cell]!, cell);
  }
  return {
    tier: (sector) => {
      const { regions, value25, lq25, lq50, lq75, lq90 } = strong.thresholds[sector]!;
      return {
        tier: highestTier(strong, cells.get(sector)),
        thresholds: { areas: regions, count25: value25, lq25, lq50, lq75, lq90 },
      };
    },
    shrunkLq: (sector) => {
      if (base[sector] === 0) return null;
      const { values, sectors } = amounts;
      const observed = regionTotals.map((_, i) => values[i * sectors.length + sector]!);
      const expected = regionTotals.map((all) => (all * base[sector]!) / baseAll);
      return empiricalBayesQuotients(observed, expected)[area] ?? null;
    },
  };
}

function tabulateSectors({ sectors, values }: SectorAmounts) {
  const cells = [...values.keys()].filter((at) => values[at]! > 0);
  return tabulate({
    regions: values.length / sectors.length,
    sectors: sectors.length,
    regionOf: Uint32Array.from(cells, (at) => Math.floor(at / sectors.length)),
    sectorOf: Uint32Array.from(cells, (at) => at % sectors.length),
    values: Float64Array.from(cells, (at) => values[at]!),
  });
}

function highestTier(strong: StrongClusters, cell: number | undefined): AreaDivision['tier'] {
  if (cell === undefined) return null;
  return AREA_TIERS.findLast((tier) => strong[tier][cell] === 1) ?? null;
}

export function sumOf(amounts: Amounts): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
