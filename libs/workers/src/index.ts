export { AnalysisWorkers } from './analysis-workers.js';
export { shareColumn } from './share-column.js';
