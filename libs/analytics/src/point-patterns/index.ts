export {
  describeClusters,
  judgeClusters,
  largestRatios,
  type ClusterTest,
} from './cluster-test/cluster-labellings.js';
export { studyClusters, type ClusterStudy } from './cluster-test/cluster-study.js';
export {
  labellingBatches,
  testClusters,
  type LabellingOptions,
} from './cluster-test/cluster-test.js';
export { departures, type Classification } from './envelopes/departures.js';
export { globalBand } from './envelopes/global-band.js';
export { goodnessOfFit, type GoodnessOfFit } from './envelopes/goodness-of-fit.js';
export { localBand } from './envelopes/local-band.js';
export { meanCurve } from './envelopes/simulated-curves.js';
export { summariseBand, type BandRule, type BandSummary } from './envelopes/summarise-band.js';
export type { KdRule } from './kd/kd-curve.js';
export { kdFunction } from './kd/kd-function.js';
export { studyKd, type KdStudy } from './kd/kd-study.js';
export { simulateKd } from './kd/simulate-kd.js';
export { mDensity } from './m/m-density.js';
export { mFunction, type MFunction } from './m/m-function.js';
export { studyM, type MOptions, type MStudy } from './m/m-study.js';
export { paysToKnow, simulateM, simulateMDensity, surroundingsOfAll } from './m/simulate-m.js';
export type { NullModel } from './nulls/label-draws.js';
export type { TypedPoints } from './nulls/labels.js';
export type { Simulations } from './nulls/simulations.js';
export { studyK, type EdgeCorrection, type KStudy } from './ripley/k-study.js';
export {
  polygonalWindow,
  rectangularWindow,
  type ObservationWindow,
  type Rectangle,
} from './ripley/observation-window.js';
export { ripleyK } from './ripley/ripley-k.js';
export { simulateK, type KSimulations } from './ripley/simulate-k.js';
