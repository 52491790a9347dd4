import {
  assignToAreas,
  betweennessPart,
  clusterPoints,
  clusterRobustness,
  dbscan,
  describeClusters,
  findOutlinedClusters,
  largestRatios,
  leidenPart,
  mFunction,
  simulateK,
  simulateKd,
  simulateM,
  simulateMDensity,
  studyClusters,
  studyM,
  surroundingsOfAll,
  systemicRisk,
  type AreaAssignment,
  type ClusterStudy,
  type MStudy,
} from '@cluster-atlas/analytics';
import { shareColumns } from './share-columns.js';

/** The measures that run on worker threads: pure functions of what can be sent to one. */
export const KERNELS = {
  assignToAreas: (...input: Parameters<typeof assignToAreas>): AreaAssignment =>
    shareColumns(assignToAreas(...input)),
  betweennessPart,
  clusterPoints,
  clusterRobustness,
  dbscan,
  describeClusters,
  findOutlinedClusters,
  largestRatios,
  leidenPart,
  mFunction,
  simulateK,
  simulateKd,
  simulateM,
  simulateMDensity,
  /** Shared, so that its columns are not copied on their way to other threads. */
  studyClusters: (...input: Parameters<typeof studyClusters>): ClusterStudy =>
    shareColumns(studyClusters(...input)),
  studyM: (...input: Parameters<typeof studyM>): MStudy => shareColumns(studyM(...input)),
  surroundingsOfAll,
  systemicRisk,
};

type Kernels = typeof KERNELS;

export type KernelName = keyof Kernels;
export type KernelInput<Name extends KernelName> = Parameters<Kernels[Name]>;
export type KernelResult<Name extends KernelName> = ReturnType<Kernels[Name]>;
