import type { Snapshot } from '@cluster-atlas/analytics';
import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { numberClusterColumn } from './cluster-labels.js';
import {
  numberColumn,
  optionalTextColumn,
  textColumn,
  weightColumn,
  type TableHeader,
} from './table-columns.js';

/** Which columns of the files hold what. */
export interface SnapshotColumnOptions {
  id: string;
  cluster: string;
  weight?: string;
  x?: string;
  y?: string;
}

export interface SnapshotInput extends Snapshot {
  file: string;
  /** Of the clusters. */
  labels: string[];
  /** Of the members, a row each. */
  ids: string[];
}

/**
 * Reads who is in which cluster at several dates.
 *
 * Members are numbered in the order of their ids' characters, clusters in that of their labels, as
 * numbers where all are numbers: nothing depends on the order of the rows.
 *
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readSnapshots(
  paths: readonly string[],
  options: SnapshotColumnOptions,
): Promise<SnapshotInput[]> {
  const read: Omit<SnapshotInput, 'members'>[] = [];
  for (const path of paths) read.push(await readSnapshot(path, options));
  const all = [...new Set(read.flatMap(({ ids }) => ids))].sort((a, b) => (a < b ? -1 : 1));
  const numberOf = new Map(all.map((id, number) => [id, number]));
  return read.map((snapshot) => ({
    ...snapshot,
    members: Uint32Array.from(snapshot.ids, (id) => numberOf.get(id)!),
  }));
}

async function readSnapshot(
  path: string,
  options: SnapshotColumnOptions,
): Promise<Omit<SnapshotInput, 'members'>> {
  const ids: string[] = [];
  const clusters: string[] = [];
  const weights: number[] = [];
  const [xs, ys]: [number[], number[]] = [[], []];
  await readOwnTable(path, (names) => {
    const header = { file: basename(path), names };
    const readId = textColumn(header, options.id);
    const readCluster = optionalTextColumn(header, options.cluster);
    const takers = [
      numberTaker(header, options.weight, weightColumn, weights),
      numberTaker(header, options.x, numberColumn, xs),
      numberTaker(header, options.y, numberColumn, ys),
    ];
    return (row) => {
      ids.push(readId(row));
      clusters.push(readCluster(row));
      for (const take of takers) take?.(row);
    };
  });
  const { labels, clusterOf } = numberClusterColumn(clusters);
  return {
    ...{ file: basename(path), labels, ids, clusters: labels.length },
    clusterOf,
    weights: options.weight === undefined ? null : Float64Array.from(weights),
    places:
      options.x === undefined || options.y === undefined
        ? null
        : { xs: Float64Array.from(xs), ys: Float64Array.from(ys) },
  };
}

/** Puts the numbers of a column on a list; null without the option. */
function numberTaker(
  header: TableHeader,
  column: string | undefined,
  open: (header: TableHeader, name: string) => (row: TableRow) => number,
  list: number[],
): ((row: TableRow) => void) | null {
  if (column === undefined) return null;
  const read = open(header, column);
  return (row) => void list.push(read(row));
}
