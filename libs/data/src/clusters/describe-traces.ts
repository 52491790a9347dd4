import { sizeChange, type Tracks } from '@cluster-atlas/analytics';
import type { LIFE_CYCLES, TracedCluster } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { traceId } from './cluster-events.js';
import { FreeNames } from './free-names.js';
import type { DatedClusters, NamedMembership } from './snapshot-clusters.js';

/** Where an identity was at one date. */
interface Version {
  at: number;
  members: NamedMembership;
}

/** Dates that make a cluster more than new or short-lived. */
const SETTLED = 3;
/** More than a reader can follow. */
const MOST_TRACED = 1_000;

/** The identities with their versions, the one that was largest first; at most 1,000 of them. */
export function describeTraces(
  dated: readonly DatedClusters[],
  { identities }: Tracks,
): TracedCluster[] {
  const versions = new Map<number, Version[]>();
  dated.forEach(({ members }, at) =>
    members.forEach((own, cluster) => {
      const identity = identities[at]![cluster]!;
      const version = { at, members: own };
      versions.set(identity, [...(versions.get(identity) ?? []), version]);
    }),
  );
  const traced = [...versions]
    .sort((a, b) => greatestSize(b[1]) - greatestSize(a[1]) || a[0] - b[0])
    .slice(0, MOST_TRACED);
  const names = namesOf(
    traced.map(([, own]) => own),
    dated,
  );
  return traced.map(([identity, own], i) => ({
    id: traceId(identity),
    name: names[i]!,
    lifeCycle: lifeCycle(...atYearEnds(own, dated)),
    isGone: own.at(-1)!.at < dated.length - 1,
    versions: own.map(({ at, members }, v) => {
      const { easting, northing } = members.centre;
      const before = own[v - 1];
      const isKnown = before?.at === at - 1 && !dated[at - 1]!.isSurvivorsOnly;
      return {
        date: dated[at]!.date,
        slug: members.slug,
        name: members.name,
        size: members.size,
        ...fromNationalGrid(easting, northing),
        change: isKnown ? sizeChange(before.members.size, members.size) : null,
      };
    }),
  }));
}

/** Of each the last name that it had, no two alike: those that are gone come after those that are not. */
function namesOf(traced: readonly (readonly Version[])[], dated: readonly DatedClusters[]) {
  const free = new FreeNames();
  const lasts = traced.map((versions) => versions.at(-1)!);
  const names = new Map<Version, string>();
  const isGone = ({ at }: Version) => at < dated.length - 1;
  for (const last of lasts.toSorted((a, b) => Number(isGone(a)) - Number(isGone(b)))) {
    const { name } = last.members;
    const until = `${name}, until ${dated[last.at]!.date.slice(0, 4)}`;
    names.set(last, free.take(isGone(last) ? [name, until] : [name]).name);
  }
  return lasts.map((last) => names.get(last)!);
}

function greatestSize(versions: readonly Version[]): number {
  return versions.reduce((most, { members }) => Math.max(most, members.size), 0);
}

/** Without the day that was asked for beside the ends of the years: numbers of dates are years. */
function atYearEnds(
  versions: readonly Version[],
  dated: readonly DatedClusters[],
): [Version[], DatedClusters[]] {
  const ends = dated.filter(({ isYearEnd }) => isYearEnd);
  const own = versions.flatMap(({ at, members }) => {
    const end = ends.indexOf(dated[at]!);
    return end < 0 ? [] : [{ at: end, members }];
  });
  return [own, ends];
}

/** Of the dates that know more than survivors; null where there is but one, which tells no change. */
function lifeCycle(
  versions: readonly Version[],
  dated: readonly DatedClusters[],
): (typeof LIFE_CYCLES)[number] | null {
  const known = versions.filter(({ at }) => !dated[at]!.isSurvivorsOnly);
  const last = known.at(-1);
  const knownDates = dated.filter(({ isSurvivorsOnly }) => !isSurvivorsOnly).length;
  if (!last || knownDates < 2) return null;
  const firstKnown = dated.findIndex(({ isSurvivorsOnly }) => !isSurvivorsOnly);
  const wasThereBefore = versions[0]!.at <= firstKnown;
  const isGone = last.at < dated.length - 1;
  const isShort = known.length < SETTLED && !wasThereBefore;
  if (isShort) return isGone ? 'ephemeral' : 'emerging';
  if (isGone) return 'declining';
  const earlier = known.find(({ at }) => at >= last.at - SETTLED) ?? last;
  const change = sizeChange(earlier.members.size, last.members.size);
  return change === 'same' ? 'stable' : change === 'grow' ? 'growing' : 'declining';
}
