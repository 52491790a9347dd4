import { CostSearch } from './cost-search.js';
import { drawPivots, errorOfPivots, type BetweennessError, type Pivots } from './draw-pivots.js';
import type { FlowGraph } from './flow-graph.js';
import { HopSearch } from './hop-search.js';
import { buildPathCore, type PathCore } from './path-core.js';
import { addOppositeArcs, scoreFolded } from './score-folded.js';

export interface BetweennessOptions {
  /** Lengths of the arcs, in the order of the graph's `out`; default null: each arc is one step. */
  costs?: Float64Array | null;
  /** How many nodes to search from instead of all, drawn without replacement. */
  pivots?: Pivots | null;
  /** Default false. */
  withEdges?: boolean;
}

/** Scores as they are counted and as a share of the most that they could be. */
interface Scores {
  raw: Float64Array;
  normalised: Float64Array;
}

export interface Betweenness extends Scores {
  /** By place in the graph's `out`; an undirected edge has the same at both places. */
  edges: Scores | null;
  /** Of a sample. */
  error: BetweennessError | null;
}

/** The sums of some blocks of roots. */
export interface BetweennessPart {
  /** The first block. */
  from: number;
  blocks: BlockSums[];
}

interface BlockSums {
  /** c, by node of the core. */
  nodes: Float64Array;
  squares: Float64Array | null;
  edges: Float64Array | null;
  /** c, how many nodes reach each one; whole numbers. */
  reached: Float64Array;
  /** Of each root of the block, in their order: how many nodes it reaches, without itself. */
  reach: Float64Array;
}

/** Roots are summed in so many blocks, which `betweennessPart` takes from..to. */
export const BETWEENNESS_BLOCKS = 16;

/**
 * How often each node lies on the shortest paths between others, where there are several by its
 * share of them. Weights do not lengthen paths; `costs` do, lengths equal to 10^-12 being ties.
 *
 * Undirected pairs count once. `normalised` divides by the (n - 1)(n - 2) ordered pairs, for edges
 * by n (n - 1), as networkx does. Sums are of fixed blocks of roots, so that they have the same bits
 * however the blocks are shared out. Other numbers of the same nodes change the last digits.
 *
 * Cost: nodes times arcs; nodes on which nothing hangs but by one neighbour need no search.
 *
 * Source: Brandes (2001), A faster algorithm for betweenness centrality, Journal of Mathematical
 * Sociology 25(2); samples: Brandes and Pich (2007), Centrality estimation in large networks.
 *
 * @throws {RangeError} if a cost is not above 0, their number is not that of the arcs, or the pivots
 * are not between 1 and n
 */
export function betweenness(graph: FlowGraph, options: BetweennessOptions = {}): Betweenness {
  const part = betweennessPart(graph, options, { from: 0, to: BETWEENNESS_BLOCKS });
  return combineBetweenness(graph, options, [part]);
}

/** The blocks of roots from `from` up to, without, `to`, of BETWEENNESS_BLOCKS. */
export function betweennessPart(
  graph: FlowGraph,
  options: BetweennessOptions,
  { from, to }: { from: number; to: number },
): BetweennessPart {
  const { core, roots } = prepare(graph, options);
  const flows = options.withEdges ? new Float64Array(core.targets.length) : null;
  const search = core.costs
    ? new CostSearch({ ...core, costs: core.costs }, flows)
    : new HopSearch(core, flows);
  const blocks: BlockSums[] = [];
  for (let block = from; block < to; block++) {
    const start = Math.floor((block * roots.length) / BETWEENNESS_BLOCKS);
    const end = Math.floor(((block + 1) * roots.length) / BETWEENNESS_BLOCKS);
    flows?.fill(0);
    const sums = sumBlock(core, search, {
      roots: roots.subarray(start, end),
      hasSquares: Boolean(options.pivots),
    });
    blocks.push({ ...sums, edges: flows && flows.slice() });
  }
  return { from, blocks };
}

/** @param parts that hold every block once, in any order */
export function combineBetweenness(
  graph: FlowGraph,
  options: BetweennessOptions,
  parts: readonly BetweennessPart[],
): Betweenness {
  const { core, roots } = prepare(graph, options);
  const blocks = [...parts].sort((a, b) => a.from - b.from).flatMap((part) => part.blocks);
  if (blocks.length !== BETWEENNESS_BLOCKS) {
    throw new RangeError(`${blocks.length} of ${BETWEENNESS_BLOCKS} blocks of betweenness`);
  }
  const size = core.nodes.length;
  const add = (column: (block: BlockSums) => Float64Array | null, length: number) =>
    addColumns(blocks.map(column), length);
  const sums = add((block) => block.nodes, size);
  const { nodes, edges } = scoreFolded(graph, core, {
    nodes: sums,
    edges: options.withEdges ? add((block) => block.edges, core.arcs.length) : null,
    reached: add((block) => block.reached, size),
    reach: blocks.flatMap((block) => Array.from(block.reach)),
  });
  const { nodes: n } = graph;
  const times = options.pivots ? n / roots.length : 1;
  if (edges && !graph.isDirected) addOppositeArcs(graph, edges);
  const pairs = graph.isDirected ? 1 : 2;
  const squares = () => add((block) => block.squares, size);
  return {
    ...scale(nodes, times, [pairs, (n - 1) * (n - 2)]),
    edges: edges && scale(edges, times, [pairs, n * (n - 1)]),
    error: options.pivots ? errorOfPivots(core, roots.length, { sums, squares: squares() }) : null,
  };
}

function prepare(
  graph: FlowGraph,
  { costs = null, pivots = null }: BetweennessOptions,
): { core: PathCore; roots: Int32Array } {
  if (costs && costs.length !== graph.out.nodes.length) {
    throw new RangeError(`${costs.length} costs of ${graph.out.nodes.length} arcs`);
  }
  const bad = costs?.find((cost) => !(cost > 0 && cost < Infinity));
  if (bad !== undefined) throw new RangeError(`the cost ${bad} of an arc is not above 0`);
  const core = buildPathCore(graph, { costs, isFolded: pivots === null });
  const all = Int32Array.from(core.nodes, (_, i) => i);
  return { core, roots: pivots ? drawPivots(core, pivots) : all };
}

function sumBlock(
  core: PathCore,
  search: HopSearch | CostSearch,
  { roots, hasSquares }: { roots: Int32Array; hasSquares: boolean },
): Omit<BlockSums, 'edges'> {
  const size = core.nodes.length;
  const nodes = new Float64Array(size);
  const squares = hasSquares ? new Float64Array(size) : null;
  const reached = new Float64Array(size);
  const reach = new Float64Array(roots.length);
  const { order, dependencies } = search;
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i]!;
    const times = core.sources[root]!;
    const found = search.from(root);
    reach[i] = dependencies[0]!;
    reached[root]! += times;
    nodes[root]! += (times - 1) * dependencies[0]!;
    for (let place = 1; place < found; place++) {
      const node = order[place]!;
      nodes[node]! += times * dependencies[place]!;
      reached[node]! += times;
      if (squares) squares[node]! += dependencies[place]! ** 2;
    }
  }
  return { nodes, squares, reached, reach };
}

function addColumns(columns: readonly (Float64Array | null)[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const column of columns) {
    for (let i = 0; i < length; i++) sum[i]! += column![i]!;
  }
  return sum;
}

/** Divisions by 0, of one node or two, are of scores that are 0. */
function scale(ordered: Float64Array, times: number, [pairs, most]: [number, number]): Scores {
  return {
    raw: ordered.map((score) => (times * score) / pairs),
    normalised: ordered.map((score) => (most > 0 ? (times * score) / most : 0)),
  };
}
