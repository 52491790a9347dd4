import { openDatabase } from '@cluster-atlas/data';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inventBusinesses } from './invent-businesses.js';
import { measureFrames, type Frames } from './measure-frames.js';
import type { ScratchDatabase } from './scratch-database.js';

export interface MapBench {
  businesses: number;
  /** From the start of the server to its first answer about businesses. */
  readySeconds: number;
  /** Resident memory of the server, workers and all: when ready, and the most there was. */
  readyMegabytes: number | null;
  peakMegabytes: number | null;
  frames: Frames;
}

const SERVER = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

/** The map in a browser as a person moves it, on invented businesses. */
export async function benchMap(
  { environment }: ScratchDatabase,
  businesses: number,
): Promise<MapBench> {
  const { database, close } = await openDatabase(environment);
  const busiest = await inventBusinesses(database, businesses).finally(close);
  const started = performance.now();
  const server = fork(SERVER, {
    env: { ...process.env, LOG_LEVEL: 'warn', PORT: '0', ...environment },
  });
  try {
    const [{ url }] = (await once(server, 'message')) as [{ url: string }];
    await untilReady(url);
    const readySeconds = (performance.now() - started) / 1000;
    const readyMegabytes = memoryOf(server, 'VmRSS');
    const frames = await measureFrames(url, busiest);
    return {
      ...{ businesses, readySeconds, readyMegabytes, frames },
      peakMegabytes: memoryOf(server, 'VmHWM'),
    };
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

function memoryOf({ pid }: ChildProcess, figure: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const match = new RegExp(`${figure}:\\s+(\\d+) kB`).exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return match ? Math.round(Number(match[1]) / 1000) : null;
  } catch {
    return null; // not Linux
  }
}
