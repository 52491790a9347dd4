import type { Tracks } from '@cluster-atlas/analytics';
import type { SnapshotInput } from './snapshot-input.js';

export const TRACK_HEADER = ['row', 'id', 'cluster', 'identity', 'before', 'flow'];

/**
 * Names of identities: the labels of the first snapshot's clusters, then new ones, numbers where the
 * labels are whole numbers.
 */
export function nameIdentities(labels: readonly string[], count: number): string[] {
  const numbers = labels.map(Number);
  const isNumeric = numbers.every((number) => Number.isInteger(number));
  const highest = numbers.reduce((most, number) => Math.max(most, number), -1);
  return Array.from({ length: count }, (_, identity) => {
    const isNew = identity >= labels.length;
    if (!isNew) return labels[identity]!;
    const order = identity - labels.length + 1;
    return isNumeric ? String(highest + order) : `new-${order}`;
  });
}

/** A line for each row of the last snapshot, in its order. */
export function* trackRows(
  inputs: readonly SnapshotInput[],
  { identities }: Tracks,
  names: readonly string[],
) {
  const [before, after] = inputs.slice(-2) as [SnapshotInput, SnapshotInput];
  const [beforeIdentities, afterIdentities] = identities.slice(-2) as [number[], number[]];
  const rowBefore = new Map(Array.from(before.members, (member, row) => [member, row]));
  for (const [row, member] of after.members.entries()) {
    const cluster = after.clusterOf[row]!;
    const earlier = rowBefore.get(member);
    const clusterBefore = earlier === undefined ? -1 : before.clusterOf[earlier]!;
    const identity = afterIdentities[cluster];
    yield [
      ...[row + 1, after.ids[row]!, after.labels[cluster] ?? null],
      identity === undefined ? null : names[identity]!,
      before.labels[clusterBefore] ?? null,
      flowOf({
        isNew: earlier === undefined,
        from: beforeIdentities[clusterBefore] ?? null,
        to: identity ?? null,
      }),
    ];
  }
}

interface Move {
  isNew: boolean;
  /** Identities of clusters; null: in none. */
  from: number | null;
  to: number | null;
}

function flowOf({ isNew, from, to }: Move): string {
  if (isNew) return 'born';
  if (from === null) return to === null ? 'outside' : 'joined';
  if (to === null) return 'left';
  return from === to ? 'stayed' : 'moved';
}
