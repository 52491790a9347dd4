import { internalChange, shapesOf, type InternalChange } from './internal-changes.js';
import { overlapsOf, type ComparedMembers, type Overlaps } from './overlaps.js';
import { indexSnapshot, type IndexedSnapshot, type Snapshot } from './snapshot.js';
import {
  findTransitions,
  type AfterTransition,
  type BeforeTransition,
  type TransitionThresholds,
} from './transitions.js';

export interface TrackOptions extends TransitionThresholds {
  /** Default `both`. */
  compared?: ComparedMembers;
  /** Snapshots before each that a cluster may come from: 1, the last only, to 3, the default. */
  lookBack?: number;
}

/** From one snapshot to the next. */
export interface TrackStep {
  overlaps: Overlaps;
  before: (BeforeTransition & {
    /** Of a cluster that survives. */
    change: InternalChange | null;
    /** The snapshot in which it is there again after a gap, whose clusters `into` are; else null. */
    returnsIn: number | null;
  })[];
  after: (AfterTransition & {
    /** The snapshot that `from` and `heirOf` are clusters of. */
    fromSnapshot: number;
  })[];
}

export interface Tracks {
  /** Of each snapshot, the identity of each cluster; those of the first are its numbers. */
  identities: number[][];
  /** One fewer than snapshots. */
  steps: TrackStep[];
}

/** Snapshots. */
export const MOST_LOOK_BACK = 3;

/**
 * Follows clusters through snapshots and gives each an identity that it keeps.
 *
 * Step by step as `findTransitions` has it. A cluster that would emerge is first compared with those
 * that dissolved up to `lookBack` snapshots before, the latest first: if one of them matches it, it
 * only had a gap, and goes on. New identities are numbers from the first snapshot's clusters up, in
 * the order of snapshots and clusters. Nothing depends on the order of rows. Linear in the members.
 *
 * @throws {RangeError} as `findTransitions` and `indexSnapshot`, or if lookBack is not 1, 2 or 3
 */
export function trackClusters(snapshots: readonly Snapshot[], options: TrackOptions = {}): Tracks {
  const { compared = 'both', lookBack = MOST_LOOK_BACK, ...thresholds } = options;
  if (!(Number.isInteger(lookBack) && lookBack >= 1 && lookBack <= MOST_LOOK_BACK)) {
    throw new RangeError(`lookBack is ${lookBack}, not 1, 2 or 3`);
  }
  const steps: TrackStep[] = [];
  const indexed = snapshots.map(indexSnapshot);
  const shapes = indexed.map(shapesOf);
  for (let at = 1; at < snapshots.length; at++) {
    const overlaps = overlapsOf(indexed[at - 1]!, indexed[at]!, compared);
    const { before, after } = findTransitions(overlaps, thresholds);
    steps.push({
      overlaps,
      before: before.map((transition, cluster) => ({
        ...transition,
        change:
          transition.kind === 'survive'
            ? internalChange(shapes[at - 1]![cluster]!, shapes[at]![transition.into[0]!]!)
            : null,
        returnsIn: null,
      })),
      after: after.map((transition) => ({ ...transition, fromSnapshot: at - 1 })),
    });
    for (let back = 2; back <= Math.min(lookBack, at); back++) {
      bridgeGap(indexed, steps, { from: at - back, to: at, compared, thresholds });
    }
  }
  return { identities: identify(snapshots, steps), steps };
}

interface Gap {
  from: number;
  to: number;
  compared: ComparedMembers;
  thresholds: TransitionThresholds;
}

/** Joins clusters that dissolved after one snapshot with those that would emerge in a later one. */
function bridgeGap(
  snapshots: readonly IndexedSnapshot[],
  steps: readonly TrackStep[],
  { from, to, compared, thresholds }: Gap,
): void {
  const gone = steps[from]!.before;
  const here = steps[to - 1]!.after;
  const isOpen =
    gone.some(({ kind }) => kind === 'dissolve') && here.some(({ kind }) => kind === 'emerge');
  if (!isOpen) return;
  const overlaps = overlapsOf(snapshots[from]!, snapshots[to]!, compared);
  const bridges = findTransitions(overlaps, thresholds);
  for (const [cluster, { kind, from: sources, heirOf }] of bridges.after.entries()) {
    if (here[cluster]!.kind !== 'emerge' || (kind !== 'survive' && kind !== 'merge')) continue;
    const returning = sources.filter((source) => {
      const { kind: fate, into } = bridges.before[source]!;
      const isMatched = fate !== 'split' && into[0] === cluster;
      return isMatched && gone[source]!.kind === 'dissolve';
    });
    if (returning.length === 0) continue;
    for (const source of returning) {
      const { into, overlap } = bridges.before[source]!;
      Object.assign(gone[source]!, { kind: 'gap', into, overlap, returnsIn: to });
    }
    const isReturning = heirOf !== null && returning.includes(heirOf);
    const heir = returning.length === 1 ? returning[0]! : isReturning ? heirOf : null;
    Object.assign(here[cluster]!, {
      ...{ kind: 'reappear', from: returning, heirOf: heir, fromSnapshot: from },
    });
  }
}

function identify(snapshots: readonly Snapshot[], steps: readonly TrackStep[]): number[][] {
  const first = snapshots[0];
  if (!first) return [];
  let next = first.clusters;
  const identities = [Array.from({ length: first.clusters }, (_, cluster) => cluster)];
  for (const { after } of steps) {
    identities.push(
      after.map(({ heirOf, fromSnapshot }) =>
        heirOf === null ? next++ : identities[fromSnapshot]![heirOf]!,
      ),
    );
  }
  return identities;
}
