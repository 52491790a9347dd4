import type { AreaProfile } from '@cluster-atlas/contract';
import type { AreaTally, PlacedLayer } from './area-study.js';

const PEERS = 5;

/**
 * The areas that are most like one in size and in what their businesses do; ties by code. Areas
 * without businesses are nobody's peers.
 */
export function findPeers(
  layer: PlacedLayer,
  { all, groups, divisions }: Pick<AreaTally, 'all' | 'groups' | 'divisions'>,
  area: number,
): AreaProfile['peers'] {
  if (all[area] === 0) return [];
  const width = divisions.length + 1;
  const mixOf = (i: number) => groups.subarray(i * width + 1, (i + 1) * width); // group 0 is none
  const peopled = [...all.keys()].filter((i) => all[i]! > 0);
  const deviation = standardDeviation(peopled.map((i) => Math.log(all[i]!)));
  return peopled
    .filter((i) => i !== area)
    .map((i) => {
      const apart = Math.log(all[i]!) - Math.log(all[area]!);
      const size = deviation === 0 ? 0 : apart / deviation;
      const distance = Math.hypot(size, 1 - cosine(mixOf(area), mixOf(i)));
      const { code, name } = layer.areas[i]!;
      return { code, name, all: all[i]!, distance };
    })
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, PEERS);
}

/** 0 where one has no sectors. */
function cosine(a: Uint32Array, b: Uint32Array): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  a.forEach((count, i) => {
    product += count * b[i]!;
    lengthA += count * count;
    lengthB += b[i]! * b[i]!;
  });
  return lengthA === 0 || lengthB === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
