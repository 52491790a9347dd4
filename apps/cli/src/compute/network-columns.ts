import {
  betweenness,
  closeness,
  connectedComponents,
  cutPoints,
  degrees,
  hubsAndAuthorities,
  influenceVector,
  kCore,
  leiden,
  pageRank,
  reciprocity,
  reverseGraph,
  strongComponents,
  structuralHoles,
  supplierConcentration,
  trophicLevels,
  type Betweenness,
  type CutPoints,
  type FlowGraph,
} from '@cluster-atlas/analytics';
import { betweennessOnThreads, leidenOnThreads, withWorkers } from '@cluster-atlas/workers';

export interface NetworkOptions {
  damping: number;
  labourShare: number;
  pivots?: number;
  seed: number;
  restarts: number;
  rounds: number;
  resolution: number;
  quality: 'modularity' | 'cpm';
}

type Column = ArrayLike<number | null>;

/** What a measure found. */
export interface NetworkFound {
  /** By node, under the name of the column. */
  columns?: Record<string, Column>;
  /** Of the whole network. */
  figures?: Record<string, number | null | readonly number[]>;
  edges?: Betweenness['edges'];
  cuts?: CutPoints;
  warnings?: string[];
}

/** What every measure starts from. */
export interface Network extends NetworkOptions {
  graph: FlowGraph;
  /** Lengths of arcs; null: steps. */
  costs: Float64Array | null;
  /** What each node supplies; null: not said. */
  kinds: Int32Array | null;
  withEdges: boolean;
}

/** In the order of their columns. */
export const NETWORK_MEASURES: Record<
  string,
  (network: Network) => NetworkFound | Promise<NetworkFound>
> = {
  degree: ({ graph }) => {
    const { suppliers, buyers, inflow, outflow } = degrees(graph);
    return { columns: { suppliers, buyers, inflow, outflow } };
  },
  betweenness: findBetweenness,
  closeness: ({ graph }) => ({ columns: { closeness: closeness(graph) } }),
  pagerank: ({ graph, damping }) => ({ columns: { pagerank: pageRank(graph, { damping }) } }),
  'upstream-risk': ({ graph, damping }) => ({
    columns: { upstream_risk: pageRank(reverseGraph(graph), { damping }) },
  }),
  influence: ({ graph, labourShare }) => ({
    columns: { influence: influenceVector(graph, labourShare) },
  }),
  hits: ({ graph }) => {
    const { hubs, authorities, hasSettled } = hubsAndAuthorities(graph);
    const warnings = hasSettled ? [] : ['Hubs and authorities have not settled.'];
    return { columns: { hub: hubs, authority: authorities }, warnings };
  },
  'k-core': ({ graph }) => ({
    columns: {
      core: kCore(graph, 'all'),
      core_in: kCore(graph, 'in'),
      core_out: kCore(graph, 'out'),
    },
  }),
  communities: findCommunities,
  reciprocity: ({ graph }) => {
    const { byCount, byWeight, partners } = reciprocity(graph);
    return {
      columns: { mutual: partners },
      figures: { reciprocity: byCount, weightedReciprocity: byWeight },
    };
  },
  articulation: ({ graph }) => {
    const cuts = cutPoints(graph);
    return { columns: { articulation: cuts.isArticulation }, cuts };
  },
  components: ({ graph }) => {
    const weak = connectedComponents(graph);
    const strong = strongComponents(graph);
    return {
      columns: { component: weak.labels, strong_component: strong.labels },
      figures: { components: weak.count, strongComponents: strong.count },
    };
  },
  'structural-holes': ({ graph }) => {
    const { constraint, effectiveSize, clustering } = structuralHoles(graph);
    return { columns: { constraint, effective_size: effectiveSize, clustering } };
  },
  suppliers: ({ graph, kinds }) => {
    const { herfindahl, soleInputs, soleBuyers } = supplierConcentration(graph, kinds);
    const dependent = herfindahl.filter((value) => value !== null && value > 0.5).length;
    return {
      columns: { supplier_hhi: herfindahl, sole_inputs: soleInputs, sole_buyers: soleBuyers },
      figures: { concentratedBuyers: dependent },
    };
  },
  trophic: ({ graph }) => ({ columns: { trophic_level: trophicLevels(graph) } }),
};

/** Nodes times arcs from which on starting threads pays. */
const MUCH_WORK = 1e7;

async function findBetweenness({
  graph,
  costs,
  pivots,
  seed,
  withEdges,
}: Network): Promise<NetworkFound> {
  const options = {
    costs,
    withEdges,
    pivots: pivots === undefined ? null : { count: pivots, seed },
  };
  const found =
    graph.nodes * graph.arcs < MUCH_WORK
      ? betweenness(graph, options)
      : await withWorkers((workers) => betweennessOnThreads(workers, graph, options));
  const { raw, normalised, edges, error } = found;
  const columns = { betweenness: normalised, betweenness_raw: raw };
  if (!error) return { columns, edges };
  return {
    columns: { ...columns, betweenness_error: error.standardErrors },
    figures: { betweennessBound: error.bound },
    edges,
  };
}

/** Nodes and arcs times restarts from which on starting threads pays. */
const MANY_STEPS = 1e5;

async function findCommunities({
  graph,
  seed,
  restarts,
  rounds,
  resolution,
  quality,
}: Network): Promise<NetworkFound> {
  const options = { seed, restarts, rounds, resolution, quality };
  const found =
    (graph.nodes + graph.arcs) * restarts < MANY_STEPS
      ? leiden(graph, options)
      : await withWorkers((workers) => leidenOnThreads(workers, graph, options));
  const sizes = Array<number>(found.count).fill(0);
  for (const label of found.labels) sizes[label]!++;
  return {
    columns: { community: found.labels },
    figures: {
      communities: found.count,
      communitySizes: sizes,
      [quality === 'cpm' ? 'cpm' : 'modularity']: found.quality,
    },
  };
}
