import { leiden, systemicRisk, type Communities } from '@cluster-atlas/analytics';
import { AnalysisWorkers, leidenOnThreads, systemicRiskOnThreads } from '@cluster-atlas/workers';
import { generateNetwork, graphOfNetwork } from '../generate-network.js';
import { benchTask, type TaskBench } from './bench-task.js';

const RESTARTS = { seed: 1, restarts: 4, rounds: 2 };
const ALONE = { kinds: null, essential: null };
/** So many times fewer firms than nodes: where all buy of each other, losses take long to settle. */
const FEWER_FIRMS = 200;

/** Searches that are many times the same with another start; of the networks of `benchNetworks`. */
export async function benchNetworkThreads(points: number): Promise<TaskBench[]> {
  const nodes = Math.max(2, Math.round(points / 100));
  const firms = Math.max(2, Math.round(nodes / FEWER_FIRMS));
  const network = graphOfNetwork(generateNetwork(nodes, 5 * nodes), { nodes, isDirected: false });
  const supplies = graphOfNetwork(generateNetwork(firms, 5 * firms), {
    nodes: firms,
    isDirected: true,
  });
  const quality = (found: Communities) => ({ modularity: found.quality ?? 0 });
  const largest = (risks: (number | null)[]) => ({
    largest: Math.max(...risks.map((risk) => risk ?? 0)),
  });
  const workers = new AnalysisWorkers(2);
  const tasks = [
    {
      task: `communities, ${RESTARTS.restarts} restarts, one thread`,
      n: nodes,
      work: () => quality(leiden(network, RESTARTS)),
    },
    {
      task: `communities, ${RESTARTS.restarts} restarts, two threads`,
      n: nodes,
      work: async () => quality(await leidenOnThreads(workers, network, RESTARTS)),
    },
    {
      task: 'systemic risk, one thread',
      n: firms,
      work: () => largest(systemicRisk(supplies, ALONE)),
    },
    {
      task: 'systemic risk, two threads',
      n: firms,
      work: async () => largest(await systemicRiskOnThreads(workers, supplies, ALONE)),
    },
  ];
  try {
    const benches: TaskBench[] = [];
    for (const task of tasks) benches.push(await benchTask(task));
    return benches;
  } finally {
    await workers.close();
  }
}
