import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ScratchDatabase } from './scratch-database.js';

const SERVER = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

export interface BenchServer {
  url: string;
  process: ChildProcess;
  /** From its start to its first answer about businesses. */
  readySeconds: number;
}

/** The API on a scratch database, for as long as it is worked with. */
export async function withServer<Result>(
  { environment }: ScratchDatabase,
  work: (server: BenchServer) => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const server = fork(SERVER, {
    env: { ...process.env, LOG_LEVEL: 'warn', PORT: '0', ...environment },
  });
  try {
    const [{ url }] = (await once(server, 'message')) as [{ url: string }];
    await untilReady(url);
    const readySeconds = (performance.now() - started) / 1000;
    return await work({ url, process: server, readySeconds });
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** The server listens before it has read the businesses. */
async function untilReady(url: string): Promise<void> {
  while (!(await fetch(`${url}/health/ready`)).ok) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
