import {
  betweennessPart,
  dbscan,
  simulateK,
  simulateKd,
  simulateM,
  simulateMDensity,
  surroundingsOfAll,
} from '@cluster-atlas/analytics';

/** The measures that run on worker threads: pure functions of what can be sent to one. */
export const KERNELS = {
  betweennessPart,
  dbscan,
  simulateK,
  simulateKd,
  simulateM,
  simulateMDensity,
  surroundingsOfAll,
};

type Kernels = typeof KERNELS;

export type KernelName = keyof Kernels;
export type KernelInput<Name extends KernelName> = Parameters<Kernels[Name]>;
export type KernelResult<Name extends KernelName> = ReturnType<Kernels[Name]>;
