import { estimateTotal } from '@cluster-atlas/analytics';
import { PLACELESS_REASONS, type Coverage, type CoverageQuery } from '@cluster-atlas/contract';
import {
  LOCATION_PRECISIONS,
  measureCoverage,
  type Coverage as CoverageCounts,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import { survivorWarnings } from '../analyses/date-warnings.js';
import { describeSelection } from '../analyses/describe-selection.js';
import { inTurns } from '../analyses/in-turns.js';
import { dayOf, isoDate } from '../analyses/selection.js';
import type { SourceEditions } from './source-editions.js';

/** A selection, and the query that it was resolved from. */
export interface Asked<Query extends CoverageQuery = CoverageQuery> {
  query: Query;
  selection: Selection;
}

/** How much of a selection is on the map, how exactly, and which sources say so. */
export async function describeCoverage(
  store: PointStore,
  sources: readonly SourceEditions[],
  { query, selection }: Asked,
): Promise<Coverage> {
  const box = query.bbox ?? null;
  const counts = await inTurns(store, () => measureCoverage(store, selection, box));
  const { onMap, massAddress, unplaced } = counts;
  const withoutLocation = Object.values(unplaced).reduce((sum, count) => sum + count, 0);
  const businesses = onMap + massAddress + (box ? 0 : withoutLocation);
  const ofAll = (count: number) => ({ businesses: count, share: shareOf(count, businesses) });
  const first = firstEdition(sources);
  return {
    businesses,
    onMap,
    massAddress,
    withoutLocation: {
      total: withoutLocation,
      reasons: PLACELESS_REASONS.map((reason) => ({ reason, businesses: unplaced[reason] })),
    },
    precisions: LOCATION_PRECISIONS.map((precision, i) => ({
      precision,
      businesses: counts.byPrecision[i]!,
      share: shareOf(counts.byPrecision[i]!, onMap),
    })),
    withSector: ofAll(counts.withSector),
    withSize: ofAll(counts.withSize),
    sources: sourceShares(sources, counts, businesses),
    overlaps: overlapsOf(sources, counts),
    closedKnownSince: first,
    definition: describeBasis({ query, selection }),
    warnings: survivorWarnings(
      first === null ? null : { date: first, day: dayOf(first) },
      selection.date,
    ),
  };
}

/** The choices that every answer about coverage repeats. */
export function describeBasis({ query, selection }: Asked): Record<string, unknown> {
  return {
    ...describeSelection(query),
    date: isoDate(selection.date),
    bbox: query.bbox ?? null,
    unit: 'business, once',
  };
}

function sourceShares(
  sources: readonly SourceEditions[],
  { bySources }: CoverageCounts,
  businesses: number,
): Coverage['sources'] {
  return sources
    .map(({ id, ...source }) => {
      const count = countNamed(bySources, [id]);
      return { ...source, businesses: count, share: shareOf(count, businesses) };
    })
    .filter((source) => source.businesses > 0)
    .sort((a, b) => b.businesses - a.businesses || (a.slug < b.slug ? -1 : 1));
}

function overlapsOf(
  sources: readonly SourceEditions[],
  { bySources }: CoverageCounts,
): Coverage['overlaps'] {
  const naming = sources.filter(({ id }) => countNamed(bySources, [id]) > 0);
  return naming.flatMap((one, i) =>
    naming.slice(i + 1).map((other) => {
      const lists = {
        first: countNamed(bySources, [one.id]),
        second: countNamed(bySources, [other.id]),
        both: countNamed(bySources, [one.id, other.id]),
      };
      return { sources: [one.slug, other.slug], ...lists, total: estimateTotal(lists) };
    }),
  );
}

/** Businesses that every one of the sources names. */
function countNamed(bySources: CoverageCounts['bySources'], ids: readonly number[]): number {
  return bySources
    .filter(({ sources }) => ids.every((id) => sources.includes(id)))
    .reduce((sum, { businesses }) => sum + businesses, 0);
}

function firstEdition(sources: readonly SourceEditions[]): string | null {
  const dates = sources.flatMap(({ firstEdition }) => firstEdition ?? []).sort();
  return dates[0] ?? null;
}

export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
