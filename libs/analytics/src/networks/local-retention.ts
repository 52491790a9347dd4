import type { FlowGraph } from './flow-graph.js';

export interface LocalRetention {
  /** By region: the share of what its firms spend on suppliers that stays with suppliers there. */
  byRegion: (number | null)[];
  /** Of all regions together. */
  overall: number | null;
  /** n, the share of each firm's spending that stays in its region. */
  byFirm: (number | null)[];
  /** n, what a unit spent by the firm makes within its region in three rounds; from 1 to 3. */
  lm3: (number | null)[];
}

/**
 * How much spending stays in the region. The local multiplier LM3 counts the firm's own turnover or
 * spending (1), what of it goes to suppliers in its region, and what of that they spend there again.
 * Loops are left out. Null where nothing is spent.
 *
 * Source: Sacks (2002), The money trail, New Economics Foundation: (T1 + T2 + T3) / T1.
 *
 * @param regions n regions, from 0
 * @param turnovers n, that spending is a share of; null: all spending on suppliers
 */
export function localRetention(
  { nodes: n, in: incoming }: FlowGraph,
  regions: Int32Array,
  turnovers: Float64Array | null,
): LocalRetention {
  if (regions.length !== n) throw new RangeError(`${regions.length} regions of ${n} nodes`);
  const count = regions.reduce((most, region) => Math.max(most, region + 1), 0);
  const spent = new Float64Array(n);
  const kept = new Float64Array(n);
  const regionSpent = new Float64Array(count);
  const regionKept = new Float64Array(count);
  for (let node = 0; node < n; node++) {
    for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
      spent[node]! += incoming.weights[arc]!;
      if (regions[incoming.nodes[arc]!] === regions[node]) kept[node]! += incoming.weights[arc]!;
    }
    regionSpent[regions[node]!]! += spent[node]!;
    regionKept[regions[node]!]! += kept[node]!;
  }
  const bases = turnovers ?? spent;
  const lm3 = Array.from({ length: n }, (_, node) => {
    if (bases[node] === 0) return null;
    let third = 0;
    for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
      const supplier = incoming.nodes[arc]!;
      if (regions[supplier] !== regions[node] || bases[supplier] === 0) continue;
      third += incoming.weights[arc]! * (kept[supplier]! / bases[supplier]!);
    }
    return 1 + (kept[node]! + third) / bases[node]!;
  });
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const sum = (column: Float64Array) => column.reduce((total, next) => total + next, 0);
  return {
    byRegion: Array.from(regionSpent, (whole, region) => share(regionKept[region]!, whole)),
    overall: share(sum(regionKept), sum(regionSpent)),
    byFirm: Array.from(spent, (whole, node) => share(kept[node]!, whole)),
    lm3,
  };
}
