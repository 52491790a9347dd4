import { betweenness, leidenRun, pageRank, type Betweenness } from '@cluster-atlas/analytics';
import { AnalysisWorkers, betweennessOnThreads } from '@cluster-atlas/workers';
import { generateNetwork, graphOfNetwork } from '../generate-network.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** Of the rows of the file, and the measure that the words choose. */
function igraph(script: string, finds: readonly string[], name = 'python-igraph'): Reference {
  return {
    name,
    language: 'python',
    script: `
import sys, time
import numpy, igraph
file, m, n, directed = sys.argv[1:]
rows = numpy.fromfile(file).reshape(2, int(m)).T.astype(int).tolist()
graph = igraph.Graph(n=int(n), edges=rows, directed=directed == 'true').simplify()
${script}`,
    finds,
  };
}

const BETWEENNESS = igraph(
  `started = time.perf_counter()
scores = graph.betweenness()
print(igraph.__version__, time.perf_counter() - started, sum(scores), max(scores))`,
  ['sum', 'largest'],
);

const PAGE_RANK = igraph(
  `started = time.perf_counter()
scores = graph.pagerank()
print(igraph.__version__, time.perf_counter() - started, max(scores))`,
  ['largest'],
);

const LEIDEN = igraph(
  `started = time.perf_counter()
found = graph.community_leiden(objective_function='modularity', n_iterations=2)
print(igraph.__version__, time.perf_counter() - started, found.modularity, len(found))`,
  ['modularity', 'communities'],
);

const LEIDENALG = igraph(
  `import leidenalg
started = time.perf_counter()
found = leidenalg.find_partition(graph, leidenalg.ModularityVertexPartition, n_iterations=2, seed=1)
print(leidenalg.version, time.perf_counter() - started, found.modularity, len(found))`,
  ['modularity', 'communities'],
  'leidenalg',
);

const R_LEIDEN: Reference = {
  name: 'R igraph',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(igraph))
  rows <- matrix(readBin(words[1], 'double', 2 * as.integer(words[2])), ncol = 2)
  graph <- make_empty_graph(as.integer(words[3]), directed = words[4] == 'true')
  graph <- simplify(add_edges(graph, t(rows + 1)))
  seconds <- system.time(found <- cluster_leiden(graph, objective_function = 'modularity',
    resolution_parameter = 1, n_iterations = 2))[['elapsed']]
  cat(as.character(packageVersion('igraph')), seconds, modularity(graph, membership(found)), length(found))`,
  finds: ['modularity', 'communities'],
};

/** As many nodes as a hundredth of the points, and five arcs for each. */
export async function benchNetworks(points: number): Promise<TaskBench[]> {
  const nodes = Math.max(2, Math.round(points / 100));
  const rows = generateNetwork(nodes, 5 * nodes);
  const columns = [rows.sources, rows.targets];
  const directed = graphOfNetwork(rows, { nodes, isDirected: true });
  const undirected = graphOfNetwork(rows, { nodes, isDirected: false });
  const figuresOf = ({ raw }: Betweenness) => ({
    sum: raw.reduce((sum, next) => sum + next, 0),
    largest: Math.max(...raw),
  });
  const workers = new AnalysisWorkers(2);
  return [
    await benchTask({
      task: 'betweenness, directed, two threads',
      n: nodes,
      work: async () => figuresOf(await betweennessOnThreads(workers, directed)),
      references: { programs: [BETWEENNESS], columns, words: [nodes, 'true'] },
    }).finally(() => workers.close()),
    await benchTask({
      task: 'betweenness, directed, one thread',
      n: nodes,
      work: () => figuresOf(betweenness(directed)),
    }),
    await benchTask({
      task: 'page rank, directed',
      n: nodes,
      work: () => ({ largest: Math.max(...pageRank(directed)) }),
      references: { programs: [PAGE_RANK], columns, words: [nodes, 'true'] },
    }),
    await benchTask({
      task: 'communities, 2 rounds',
      n: nodes,
      work: () => {
        const { quality, count } = leidenRun(undirected, { seed: 1, restart: 0, rounds: 2 });
        return { modularity: quality ?? 0, communities: count };
      },
      references: {
        programs: [LEIDENALG, LEIDEN, R_LEIDEN],
        columns,
        words: [nodes, 'false'],
      },
    }),
  ];
}
