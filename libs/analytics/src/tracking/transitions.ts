import type { Overlaps } from './overlaps.js';

export interface TransitionThresholds {
  /** Of a cluster's weight, that makes another its match; 0.5 to 1, default 0.5. */
  tau?: number;
  /** That makes another a part of a split; above 0, up to tau, default 0.25. */
  tauSplit?: number;
}

/** What became of a cluster. */
export interface BeforeTransition {
  /** `gap`: it was gone for some snapshots; see `trackClusters`. */
  kind: 'survive' | 'absorbed' | 'split' | 'dissolve' | 'gap';
  /** Clusters after, ascending: the match, or the parts. */
  into: number[];
  /** Of its weight, in `into`; 0 where there is none. */
  overlap: number;
  /** Weight of its members that are no longer there at all. */
  closed: number;
}

/** Where a cluster came from. */
export interface AfterTransition {
  /** `part`: of splits only; `reappear`: after a gap. */
  kind: 'survive' | 'merge' | 'part' | 'emerge' | 'reappear';
  /** Clusters before, ascending: those that it matches, and those that it is a part of. */
  from: number[];
  /** The cluster before whose identity it carries on; null: it has a new one. */
  heirOf: number | null;
  /** Weight of its members that were not there at all. */
  born: number;
}

export interface Transitions {
  before: BeforeTransition[];
  after: AfterTransition[];
}

const TAU = 0.5;
const TAU_SPLIT = 0.25;
/** Of the weight after, that a merged cluster must have from the largest of those absorbed. */
const HEIR_SHARE = 0.5;

/**
 * Classifies what became of clusters between two dates.
 *
 * A cluster's match is the one that holds at least tau of it; it has none if it falls into two exact
 * halves. Matched by one, the match is where it survives; matched by several, they are absorbed in a
 * merge. A cluster without a match is split if at least two hold tauSplit of it each and tau together;
 * else it dissolves.
 *
 * A surviving cluster hands on its identity; a merge that of the cluster it holds most of, if that
 * makes up half of it; a split to its largest part that has none yet, the largest of all first; equal
 * ones by the larger Jaccard index, then by the smaller number before and after.
 *
 * Source: Spiliopoulou, Ntoutsi, Theodoridis and Schult (2006), MONIC: modeling and monitoring cluster
 * transitions, KDD 2006.
 *
 * @throws {RangeError} if a threshold is out of its range
 */
export function findTransitions(
  overlaps: Overlaps,
  { tau = TAU, tauSplit = TAU_SPLIT }: TransitionThresholds = {},
): Transitions {
  if (!(tau >= 0.5 && tau <= 1)) throw new RangeError(`tau is ${tau}, not in 0.5 to 1`);
  if (!(tauSplit > 0 && tauSplit <= tau)) {
    throw new RangeError(`tauSplit is ${tauSplit}, not above 0 and up to tau, ${tau}`);
  }
  const matches = matchesOf(overlaps, tau);
  const matchedBy = Array.from(overlaps.born, (): number[] => []);
  matches.forEach((pair, cluster) => {
    if (pair !== null) matchedBy[overlaps.afterOf[pair]!]!.push(cluster);
  });
  const parts = matches.map((pair, cluster) =>
    pair === null ? partsOf(overlaps, cluster, { tau, tauSplit }) : [],
  );
  const heirs = heirsOf(overlaps, { matches, matchedBy, parts });
  return {
    before: matches.map((pair, cluster) =>
      becomes(overlaps, {
        pair,
        parts: parts[cluster]!,
        matchedBy,
        closed: overlaps.closed[cluster]!,
      }),
    ),
    after: comesFrom(overlaps, { matchedBy, parts, heirs }),
  };
}

/** @returns of each cluster before, the pair with its match */
function matchesOf({ starts, overlaps }: Overlaps, tau: number): (number | null)[] {
  return Array.from({ length: starts.length - 1 }, (_, cluster) => {
    let match: number | null = null;
    for (let pair = starts[cluster]!; pair < starts[cluster + 1]!; pair++) {
      if (overlaps[pair]! < tau) continue;
      if (match !== null) return null; // two halves
      match = pair;
    }
    return match;
  });
}

/** @returns the pairs with the parts of a split; none if it is not split */
function partsOf(
  { starts, overlaps }: Overlaps,
  cluster: number,
  { tau, tauSplit }: Required<TransitionThresholds>,
): number[] {
  const pairs: number[] = [];
  let joint = 0;
  for (let pair = starts[cluster]!; pair < starts[cluster + 1]!; pair++) {
    if (overlaps[pair]! < tauSplit) continue;
    pairs.push(pair);
    joint += overlaps[pair]!;
  }
  return pairs.length >= 2 && joint >= tau ? pairs : [];
}

interface Found {
  matches: readonly (number | null)[];
  matchedBy: readonly (readonly number[])[];
  parts: readonly (readonly number[])[];
}

/** @returns of each cluster after, the one before whose identity it carries on */
function heirsOf(overlaps: Overlaps, { matches, matchedBy, parts }: Found): (number | null)[] {
  const heirs = matchedBy.map((sources) => {
    if (sources.length <= 1) return sources[0] ?? null;
    const pairs = sources.map((source) => matches[source]!);
    const largest = pairs.sort((a, b) => byContribution(overlaps, a, b))[0]!;
    return overlaps.contributions[largest]! >= HEIR_SHARE ? overlaps.beforeOf[largest]! : null;
  });
  const hasHeir = new Set<number>();
  for (const pair of parts.flat().sort((a, b) => byWeight(overlaps, a, b))) {
    const source = overlaps.beforeOf[pair]!;
    const part = overlaps.afterOf[pair]!;
    if (hasHeir.has(source) || heirs[part] !== null || matchedBy[part]!.length > 0) continue;
    heirs[part] = source;
    hasHeir.add(source);
  }
  return heirs;
}

/** Of one cluster after. */
function byContribution(
  { contributions, jaccards, beforeOf }: Overlaps,
  a: number,
  b: number,
): number {
  return (
    contributions[b]! - contributions[a]! ||
    jaccards[b]! - jaccards[a]! ||
    beforeOf[a]! - beforeOf[b]!
  );
}

/** Of several clusters before. */
function byWeight(
  { weights, jaccards, beforeOf, afterOf }: Overlaps,
  a: number,
  b: number,
): number {
  return (
    weights[b]! - weights[a]! ||
    jaccards[b]! - jaccards[a]! ||
    beforeOf[a]! - beforeOf[b]! ||
    afterOf[a]! - afterOf[b]!
  );
}

function becomes(
  { overlaps, afterOf }: Overlaps,
  {
    pair,
    parts,
    matchedBy,
    closed,
  }: Pick<Found, 'matchedBy'> & { pair: number | null; parts: readonly number[]; closed: number },
): BeforeTransition {
  if (pair !== null) {
    const match = afterOf[pair]!;
    const kind = matchedBy[match]!.length > 1 ? 'absorbed' : 'survive';
    return { kind, into: [match], overlap: overlaps[pair]!, closed };
  }
  return {
    kind: parts.length > 0 ? 'split' : 'dissolve',
    into: parts.map((part) => afterOf[part]!),
    overlap: parts.reduce((sum, part) => sum + overlaps[part]!, 0),
    closed,
  };
}

function comesFrom(
  { afterOf, beforeOf, born }: Overlaps,
  {
    matchedBy,
    parts,
    heirs,
  }: Pick<Found, 'matchedBy' | 'parts'> & { heirs: readonly (number | null)[] },
): AfterTransition[] {
  const splitFrom = matchedBy.map((): number[] => []);
  for (const pair of parts.flat()) splitFrom[afterOf[pair]!]!.push(beforeOf[pair]!);
  return matchedBy.map((sources, cluster) => ({
    kind:
      sources.length > 1
        ? 'merge'
        : sources.length === 1
          ? 'survive'
          : splitFrom[cluster]!.length > 0
            ? 'part'
            : 'emerge',
    from: [...sources, ...splitFrom[cluster]!].sort((a, b) => a - b),
    heirOf: heirs[cluster]!,
    born: born[cluster]!,
  }));
}
