/** Clusters at one date. */
export interface Snapshot {
  clusters: number;
  /** n members, numbered from 0 the same at all dates; those in no cluster that are alive belong here. */
  members: Uint32Array;
  /** n numbers of clusters; -1: in none. */
  clusterOf: Int32Array;
  /** n, such as employees; null: each weighs 1. */
  weights: Float64Array | null;
  /** n, in metres; null: unknown. */
  places: { xs: Float64Array; ys: Float64Array } | null;
}

/** Of the array that finds members by their numbers: 1 GB. */
const MOST_MEMBERS = 2 ** 28;

/** Of no row. */
export const ABSENT = -1;

export interface IndexedSnapshot extends Snapshot {
  /** Of each member, its row; ABSENT where it is not in the snapshot. */
  rows: Int32Array;
}

/**
 * Checks a snapshot and finds the rows of its members. Linear.
 *
 * @throws {RangeError} if a column has another length, a member is there twice, a cluster's number is
 * too high, a weight is negative or not finite, or a coordinate not finite
 */
export function indexSnapshot(snapshot: Snapshot): IndexedSnapshot {
  const { clusters, members, clusterOf, weights, places } = snapshot;
  const n = members.length;
  const columns = [clusterOf, weights, places?.xs, places?.ys];
  if (columns.some((column) => column && column.length !== n)) {
    throw new RangeError(`Columns of other lengths than that of ${n} members`);
  }
  let highest = -1;
  for (let row = 0; row < n; row++) if (members[row]! > highest) highest = members[row]!;
  if (highest >= MOST_MEMBERS) throw new RangeError(`Members are numbered up to ${highest}`);
  const rows = new Int32Array(highest + 1).fill(ABSENT);
  for (let row = 0; row < n; row++) {
    const member = members[row]!;
    if (rows[member] !== ABSENT) throw new RangeError(`Member ${member} is there twice`);
    rows[member] = row;
  }
  for (let row = 0; row < n; row++) {
    const cluster = clusterOf[row]!;
    if (cluster < -1 || cluster >= clusters) {
      throw new RangeError(`Member ${members[row]} is in cluster ${cluster} of ${clusters}`);
    }
  }
  checkFigures(snapshot);
  return { ...snapshot, rows };
}

function checkFigures({ members, weights, places }: Snapshot): void {
  for (let row = 0; weights && row < weights.length; row++) {
    if (!(weights[row]! >= 0 && weights[row]! < Infinity)) {
      throw new RangeError(`Member ${members[row]} has the weight ${weights[row]}`);
    }
  }
  for (let row = 0; places && row < places.xs.length; row++) {
    if (!(Number.isFinite(places.xs[row]) && Number.isFinite(places.ys[row]))) {
      throw new RangeError(`Member ${members[row]} is at ${places.xs[row]}, ${places.ys[row]}`);
    }
  }
}
