import { KERNELS, type KernelInput, type KernelName, type KernelResult } from './kernels.js';

export interface WorkerTask<Name extends KernelName> {
  kernel: Name;
  input: KernelInput<Name>;
}

/** What each thread does with a task. */
export default function runKernel<Name extends KernelName>({
  kernel,
  input,
}: WorkerTask<Name>): KernelResult<Name> {
  const run: (...words: never) => unknown = KERNELS[kernel];
  return run(...(input as never)) as KernelResult<Name>;
}
