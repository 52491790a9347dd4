import { KERNELS, type KernelInput, type KernelName, type KernelResult } from './kernels.js';

export interface WorkerTask<Name extends KernelName> {
  kernel: Name;
  input: KernelInput<Name>;
  /** One number, which becomes 1: whoever waits then knows that the thread has loaded. */
  begun: Int32Array;
}

/** What each thread does with a task. */
export default function runKernel<Name extends KernelName>({
  kernel,
  input,
  begun,
}: WorkerTask<Name>): KernelResult<Name> {
  Atomics.store(begun, 0, 1);
  const run: (...words: never) => unknown = KERNELS[kernel];
  return run(...(input as never)) as KernelResult<Name>;
}
