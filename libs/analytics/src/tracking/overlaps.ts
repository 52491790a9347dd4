import { cellAt, tabulate, type RegionSectorTable } from '../specialisation/region-sector-table.js';
import { ABSENT, type IndexedSnapshot } from './snapshot.js';

/**
 * Whose weight makes a cluster, when it is compared with another: of members that are in `both`
 * snapshots, in clusters or not, so that births and closures do not count; or of `all`.
 */
export type ComparedMembers = 'both' | 'all';

/** What clusters at two dates have in common, for each pair that shares a member, by X, then Y. */
export interface Overlaps {
  /** Clusters before + 1: the pairs of X are those from `starts[X]` up to, without, `starts[X + 1]`. */
  starts: Uint32Array;
  beforeOf: Uint32Array;
  afterOf: Uint32Array;
  /** w(X ∩ Y), by the weights before. */
  weights: Float64Array;
  /** w(X ∩ Y) / w(X). */
  overlaps: Float64Array;
  /** The same part of Y, by the weights after. */
  contributions: Float64Array;
  /** w(X ∩ Y) / w(X ∪ Y), a member of both with its smaller weight by its larger one. */
  jaccards: Float64Array;
  /** Weight of each cluster's members that are not in the other snapshot. */
  closed: Float64Array;
  born: Float64Array;
}

/**
 * Compares the clusters of two dates by their members. Linear; does not depend on the order of rows.
 */
export function overlapsOf(
  before: IndexedSnapshot,
  after: IndexedSnapshot,
  compared: ComparedMembers,
): Overlaps {
  const pairs = sharedMembers(before, after);
  const own = weighClusters(before, after);
  const other = weighClusters(after, before);
  const beforeTotals = compared === 'both' ? own.kept : own.all;
  const afterTotals = compared === 'both' ? other.kept : other.all;
  const table = tabulatePairs(pairs, pairs.beforeWeights);
  const isWeighted = pairs.beforeWeights !== null;
  const afterTable = isWeighted ? tabulatePairs(pairs, pairs.afterWeights) : table;
  const sharedTable = isWeighted ? tabulatePairs(pairs, pairs.smallerWeights) : table;
  const weightIn = (other: RegionSectorTable, cell: number) =>
    other === table
      ? table.values[cell]!
      : (other.values[cellAt(other, table.regionOf[cell]!, table.sectorOf[cell]!)] ?? 0);
  return {
    starts: table.starts,
    beforeOf: table.regionOf,
    afterOf: table.sectorOf,
    weights: table.values,
    overlaps: table.values.map((weight, cell) =>
      Math.min(1, weight / beforeTotals[table.regionOf[cell]!]!),
    ),
    contributions: table.values.map((_, cell) => {
      const weight = weightIn(afterTable, cell);
      return weight === 0 ? 0 : Math.min(1, weight / afterTotals[table.sectorOf[cell]!]!);
    }),
    jaccards: table.values.map((_, cell) => {
      const shared = weightIn(sharedTable, cell);
      const sum = beforeTotals[table.regionOf[cell]!]! + afterTotals[table.sectorOf[cell]!]!;
      return shared / (sum - shared);
    }),
    closed: own.lost,
    born: other.lost,
  };
}

/** Columns of the members that are in clusters at both dates. */
interface SharedMembers {
  clustersBefore: number;
  clustersAfter: number;
  beforeOf: Uint32Array;
  afterOf: Uint32Array;
  beforeWeights: Float64Array | null;
  afterWeights: Float64Array | null;
  smallerWeights: Float64Array | null;
}

function sharedMembers(before: IndexedSnapshot, after: IndexedSnapshot): SharedMembers {
  const isWeighted = before.weights !== null || after.weights !== null;
  const n = before.members.length;
  const columns = {
    beforeOf: new Uint32Array(n),
    afterOf: new Uint32Array(n),
    beforeWeights: isWeighted ? new Float64Array(n) : null,
    afterWeights: isWeighted ? new Float64Array(n) : null,
    smallerWeights: isWeighted ? new Float64Array(n) : null,
  };
  let count = 0;
  for (let row = 0; row < n; row++) {
    const afterRow = after.rows[before.members[row]!] ?? ABSENT;
    if (before.clusterOf[row]! < 0 || afterRow === ABSENT || after.clusterOf[afterRow]! < 0)
      continue;
    columns.beforeOf[count] = before.clusterOf[row]!;
    columns.afterOf[count] = after.clusterOf[afterRow]!;
    if (isWeighted) {
      const weightBefore = before.weights ? before.weights[row]! : 1;
      const weightAfter = after.weights ? after.weights[afterRow]! : 1;
      columns.beforeWeights![count] = weightBefore;
      columns.afterWeights![count] = weightAfter;
      columns.smallerWeights![count] = Math.min(weightBefore, weightAfter);
    }
    count++;
  }
  return {
    clustersBefore: before.clusters,
    clustersAfter: after.clusters,
    beforeOf: columns.beforeOf.subarray(0, count),
    afterOf: columns.afterOf.subarray(0, count),
    beforeWeights: columns.beforeWeights && columns.beforeWeights.subarray(0, count),
    afterWeights: columns.afterWeights && columns.afterWeights.subarray(0, count),
    smallerWeights: columns.smallerWeights && columns.smallerWeights.subarray(0, count),
  };
}

function tabulatePairs(pairs: SharedMembers, values: Float64Array | null): RegionSectorTable {
  return tabulate({
    regions: pairs.clustersBefore,
    sectors: pairs.clustersAfter,
    regionOf: pairs.beforeOf,
    sectorOf: pairs.afterOf,
    values,
  });
}

const KEPT = 0;
const LOST = 1;

/** Weights of the clusters: of all members, of those in the other snapshot, of the rest. */
function weighClusters(own: IndexedSnapshot, other: IndexedSnapshot) {
  const { clusters, members, clusterOf, weights } = own;
  const n = members.length;
  const columns = {
    regionOf: new Uint32Array(n),
    sectorOf: new Uint32Array(n),
    values: weights && new Float64Array(n),
  };
  let count = 0;
  for (let row = 0; row < n; row++) {
    if (clusterOf[row]! < 0) continue;
    columns.regionOf[count] = clusterOf[row]!;
    columns.sectorOf[count] = (other.rows[members[row]!] ?? ABSENT) === ABSENT ? LOST : KEPT;
    if (columns.values) columns.values[count] = weights![row]!;
    count++;
  }
  const table = tabulate({
    ...{ regions: clusters, sectors: 2 },
    regionOf: columns.regionOf.subarray(0, count),
    sectorOf: columns.sectorOf.subarray(0, count),
    values: columns.values && columns.values.subarray(0, count),
  });
  const column = (sector: number) =>
    table.regionTotals.map((_, cluster) => table.values[cellAt(table, cluster, sector)] ?? 0);
  return { all: table.regionTotals, kept: column(KEPT), lost: column(LOST) };
}
