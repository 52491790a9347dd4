import type { NeighbourLists } from '@cluster-atlas/analytics';
import { readOwnTable } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { textColumn } from './table-columns.js';

/**
 * Reads pairs of neighbours, `region` and `neighbour`, in either direction or both.
 *
 * Pairs with a region that is not among the names are left out.
 */
export async function readNeighbours(
  path: string,
  regionNames: readonly string[],
): Promise<NeighbourLists> {
  const numberOf = new Map(regionNames.map((name, number) => [name, number]));
  const found = regionNames.map(() => new Set<number>());
  await readOwnTable(path, (names) => {
    const header = { file: basename(path), names };
    const readRegion = textColumn(header, 'region');
    const readNeighbour = textColumn(header, 'neighbour');
    return (row) => {
      const region = numberOf.get(readRegion(row));
      const neighbour = numberOf.get(readNeighbour(row));
      if (region === undefined || neighbour === undefined || region === neighbour) return;
      found[region]!.add(neighbour);
      found[neighbour]!.add(region);
    };
  });
  const lists = found.map((neighbours) => [...neighbours].sort((a, b) => a - b));
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  return { starts, neighbours: Uint32Array.from(lists.flat()) };
}
