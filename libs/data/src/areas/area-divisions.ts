import {
  locationQuotient,
  quotientOf,
  shiftShare,
  strongClusters,
  tabulate,
  type ShiftShareResult,
  type StrongClusters,
} from '@cluster-atlas/analytics';
import { AREA_TIERS, type AreaDivision, type AreaProfile } from '@cluster-atlas/contract';
import type { AreaTally, PlacedLayer } from './area-study.js';
import { growthOf, type AreaCount } from './measure-areas.js';

/** The divisions of an area's businesses, and how they changed beside everything loaded. */
export function measureDivisions(
  layer: PlacedLayer,
  { now, before }: AreaCount,
  area: number,
): Pick<AreaProfile, 'divisions' | 'shiftShare'> {
  const change = before && shiftShare(stateOf(before, area), stateOf(now, area));
  const tiers = layer.name === null ? null : tiersOf(now, layer.areas.length, area);
  const here = divisionCounts(now, area);
  const everywhere = now.base.groups.subarray(1);
  const [all, baseAll] = [sumOf(here), sumOf(everywhere)];
  const divisions = now.divisions.map(({ value, label }, i): AreaDivision => {
    const counts = { matching: here[i]!, all, baseMatching: everywhere[i]!, baseAll };
    const quotient = locationQuotient(counts);
    const growth = before && growthOf(here[i]!, divisionCounts(before, area)[i]!);
    const { tier, thresholds } = tiers?.(i) ?? { tier: null, thresholds: null };
    return {
      ...{ code: value, title: label, count: here[i]! },
      share: all === 0 ? 0 : here[i]! / all,
      baseShare: baseAll === 0 ? 0 : everywhere[i]! / baseAll,
      ...quotient,
      growth,
      baseGrowth: before && growthOf(everywhere[i]!, before.base.groups[i + 1]!),
      quadrant: quadrantOf(quotient.lq, growth),
      regional: change?.sectors[i]!.regional ?? null,
      ...{ tier, thresholds },
    };
  });
  return {
    divisions: divisions
      .filter(({ count, regional }) => count > 0 || (regional !== null && regional !== 0))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    shiftShare: change && totalsOf(change),
  };
}

/** By division, those without one left out. */
function divisionCounts({ groups, divisions }: AreaTally, area: number): Uint32Array {
  const width = divisions.length + 1;
  return groups.subarray(area * width + 1, (area + 1) * width);
}

function stateOf(tally: AreaTally, area: number) {
  return {
    region: Float64Array.from(divisionCounts(tally, area)),
    base: Float64Array.from(tally.base.groups.subarray(1)),
  };
}

function totalsOf({ change, national, industry, regional }: ShiftShareResult) {
  return { change, national, industry, regional };
}

function quadrantOf(lq: number | null, growth: number | null): AreaDivision['quadrant'] {
  if (lq === null || growth === null) return null;
  if (growth > 0) return lq >= 1 ? 'star' : 'emerging';
  return lq >= 1 ? 'mature' : 'transforming';
}

type TierOfDivision = (division: number) => Pick<AreaDivision, 'tier' | 'thresholds'>;

/** How strong the divisions of an area are beside the other areas of its layer. */
function tiersOf(tally: AreaTally, areas: number, area: number): TierOfDivision {
  const table = tabulateDivisions(tally, areas);
  const everywhere = tally.base.groups.subarray(1);
  const baseAll = sumOf(everywhere);
  const quotients = Float64Array.from(table.values, (matching, cell) => {
    const all = table.regionTotals[table.regionOf[cell]!]!;
    const baseMatching = everywhere[table.sectorOf[cell]!]!;
    return quotientOf({ matching, all, baseMatching, baseAll })!;
  });
  const strong = strongClusters(table, quotients, null);
  const cells = new Map<number, number>();
  for (let cell = table.starts[area]!; cell < table.starts[area + 1]!; cell++) {
    cells.set(table.sectorOf[cell]!, cell);
  }
  return (division) => {
    const { regions, value25, lq25, lq50, lq75, lq90 } = strong.thresholds[division]!;
    return {
      tier: highestTier(strong, cells.get(division)),
      thresholds: { areas: regions, count25: value25, lq25, lq50, lq75, lq90 },
    };
  };
}

function tabulateDivisions({ groups, divisions }: AreaTally, areas: number) {
  const width = divisions.length + 1;
  const cells = [...groups.keys()].filter((at) => groups[at]! > 0 && at % width > 0);
  return tabulate({
    regions: areas,
    sectors: divisions.length,
    regionOf: Uint32Array.from(cells, (at) => Math.floor(at / width)),
    sectorOf: Uint32Array.from(cells, (at) => (at % width) - 1),
    values: Float64Array.from(cells, (at) => groups[at]!),
  });
}

function highestTier(strong: StrongClusters, cell: number | undefined): AreaDivision['tier'] {
  if (cell === undefined) return null;
  return AREA_TIERS.findLast((tier) => strong[tier][cell] === 1) ?? null;
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
