export { AnalysisWorkers, withWorkers } from './analysis-workers.js';
export { betweennessOnThreads } from './betweenness-on-threads.js';
export { clusterTestOnThreads } from './cluster-test-on-threads.js';
export { leidenOnThreads } from './leiden-on-threads.js';
export { shareColumns } from './share-columns.js';
export {
  simulateKdOnThreads,
  simulateKOnThreads,
  simulateMDensityOnThreads,
  simulateMOnThreads,
} from './simulate-on-threads.js';
export { systemicRiskOnThreads } from './systemic-risk-on-threads.js';
