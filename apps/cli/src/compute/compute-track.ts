import { trackClusters, type Tracks, type TrackStep } from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { readSnapshots, type SnapshotColumnOptions, type SnapshotInput } from './snapshot-input.js';
import { describe, timed, type Summary } from './summary.js';
import { nameIdentities, TRACK_HEADER, trackRows } from './track-rows.js';
import { writeRows } from './write-rows.js';

export interface TrackCommandOptions extends SnapshotColumnOptions, OutputOptions {
  before: string[];
  after: string;
  tau: number;
  tauSplit: number;
  members: 'both' | 'all';
  lookBack: number;
  out?: string;
}

const KINDS = ['survive', 'absorbed', 'merge', 'split', 'dissolve', 'emerge', 'gap', 'reappear'];

interface TrackSummary extends Summary {
  steps: ReturnType<typeof describeStep>[];
}

export async function computeTrack(options: TrackCommandOptions): Promise<void> {
  if ((options.x === undefined) !== (options.y === undefined)) {
    throw new UsageError('--x and --y belong together.');
  }
  const inputs = await readSnapshots([...options.before, options.after], options);
  const { tau, tauSplit, members, lookBack } = options;
  const { result: tracks, seconds } = timed(() =>
    trackClusters(inputs, { tau, tauSplit, compared: members, lookBack }),
  );
  const count = tracks.identities
    .flat()
    .reduce((most, identity) => Math.max(most, identity + 1), 0);
  const names = nameIdentities(inputs[0]!.labels, count);
  if (options.out !== undefined) {
    await writeRows(options.out, TRACK_HEADER, trackRows(inputs, tracks, names));
  }
  const summary: TrackSummary = {
    measure: 'track',
    n: inputs.reduce((sum, { ids }) => sum + ids.length, 0),
    steps: tracks.steps.map((step, at) => describeStep(step, at, { inputs, tracks, names })),
    parameters: {
      ...{ before: options.before, after: options.after },
      ...{ id: options.id, cluster: options.cluster, basis: options.weight ?? 'count' },
      ...{ tau, tauSplit, members, lookBack },
    },
    warnings: warningsOf(inputs),
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function describeStep(
  { overlaps, before, after }: TrackStep,
  at: number,
  { inputs, tracks, names }: { inputs: readonly SnapshotInput[]; tracks: Tracks; names: string[] },
) {
  const [own, next] = [inputs[at]!, inputs[at + 1]!];
  const nameOf = (snapshot: number, cluster: number) =>
    names[tracks.identities[snapshot]![cluster]!]!;
  const transitions = [...before, ...after].map(({ kind }) => kind as string);
  return {
    ...{ before: own.file, after: next.file },
    counts: Object.fromEntries(
      KINDS.map((kind) => [kind, countOf(kind, { before, after, transitions })]),
    ),
    clustersBefore: before.map(({ into, change, returnsIn, ...transition }, cluster) => ({
      ...{ cluster: own.labels[cluster]!, identity: nameOf(at, cluster) },
      ...transition,
      into: into.map((other) => inputs[returnsIn ?? at + 1]!.labels[other]!),
      ...(returnsIn === null ? {} : { returnsIn: inputs[returnsIn]!.file }),
      ...change,
    })),
    clustersAfter: after.map(({ from, heirOf, fromSnapshot, ...transition }, cluster) => ({
      ...{ cluster: next.labels[cluster]!, identity: nameOf(at + 1, cluster) },
      ...transition,
      from: from.map((other) => inputs[fromSnapshot]!.labels[other]!),
      heirOf: heirOf === null ? null : inputs[fromSnapshot]!.labels[heirOf]!,
    })),
    overlaps: Array.from(overlaps.beforeOf, (cluster, pair) => ({
      ...{ before: own.labels[cluster]!, after: next.labels[overlaps.afterOf[pair]!]! },
      ...{ overlap: overlaps.overlaps[pair]!, jaccard: overlaps.jaccards[pair]! },
    })),
  };
}

/** Surviving is told of both clusters, and counts once. */
function countOf(
  kind: string,
  { before, transitions }: Pick<TrackStep, 'before' | 'after'> & { transitions: readonly string[] },
): number {
  return kind === 'survive'
    ? before.filter((transition) => transition.kind === kind).length
    : transitions.filter((other) => other === kind).length;
}

function warningsOf(inputs: readonly SnapshotInput[]): string[] {
  return inputs.flatMap(({ file, ids, clusters }) =>
    ids.length === 0
      ? [`${file} has a header and no rows.`]
      : clusters === 0
        ? [`${file} has no clusters.`]
        : [],
  );
}

/** Of the clusters that are printed. */
const MOST_CLUSTERS = 20;

function linesOf({ steps }: TrackSummary): string[] {
  return steps.flatMap(({ before, after, counts, clustersBefore }) => {
    const rows = clustersBefore
      .slice(0, MOST_CLUSTERS)
      .map(({ cluster, kind, into, overlap }) => [cluster, kind, into.join(' '), overlap]);
    const told = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    return [
      `${before} to ${after}: ${told.join(', ')}`,
      ...(rows.length > 0 ? [textTable(['cluster', 'became', 'into', 'overlap'], rows)] : []),
    ];
  });
}
