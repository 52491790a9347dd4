import type { Adjacency, FlowGraph } from '../networks/flow-graph.js';

/** Sums of flows are rounded; statistical offices round them too. */
const ROUNDING = 1e-9;

/**
 * The sectors for which rounds of `out` (what a sector sells by its output: Ghosh, upstreamness) or
 * `in` (what it buys by its output: Leontief, downstreamness) would not end: those that pass on more
 * than all they have, and those that pass on all of it and only to others like them.
 *
 * @param scales n, what each sector has
 * @returns their numbers in order; none: the economy is productive
 */
export function unproductiveSectors(
  graph: FlowGraph,
  scales: Float64Array,
  side: 'in' | 'out',
): number[] {
  const { nodes: n } = graph;
  if (scales.length !== n) throw new RangeError(`${scales.length} totals of ${n} sectors`);
  const passed = passedOn(graph, side);
  const isOver = (sector: number) => {
    const scale = scales[sector]!;
    return !(scale >= 0 && scale < Infinity) || passed[sector]! > scale * (1 + ROUNDING);
  };
  const sectors = Array.from({ length: n }, (_, sector) => sector);
  const over = sectors.filter(isOver);
  if (over.length > 0) return over;
  const reaches = new Uint8Array(n);
  const open = sectors.filter((sector) => passed[sector]! < scales[sector]! * (1 - ROUNDING));
  sectors.filter((sector) => passed[sector] === 0).forEach((sector) => open.push(sector));
  open.forEach((sector) => (reaches[sector] = 1));
  const back = side === 'out' ? graph.in : graph.out;
  for (const sector of open) {
    for (let arc = back.starts[sector]!; arc < back.starts[sector + 1]!; arc++) {
      const other = back.nodes[arc]!;
      if (reaches[other]) continue;
      reaches[other] = 1;
      open.push(other);
    }
  }
  return sectors.filter((sector) => !reaches[sector]);
}

/** @throws {RangeError} with the numbers of the sectors that are not productive */
export function checkProductive(graph: FlowGraph, scales: Float64Array, side: 'in' | 'out'): void {
  const sectors = unproductiveSectors(graph, scales, side);
  if (sectors.length === 0) return;
  const what = side === 'out' ? 'sell to sectors' : 'buy from sectors';
  throw new RangeError(
    `not productive: sectors ${sectors.join(', ')} ${what} all they produce, or more`,
  );
}

/** What each sector sells to, or buys from, sectors; itself included. */
export function passedOn(graph: FlowGraph, side: 'in' | 'out'): Float64Array {
  const { starts, weights }: Adjacency = graph[side];
  return graph.loops.map((loop, sector) => {
    let sum = loop;
    for (let arc = starts[sector]!; arc < starts[sector + 1]!; arc++) sum += weights[arc]!;
    return sum;
  });
}
