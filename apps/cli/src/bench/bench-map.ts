import { openDatabase } from '@cluster-atlas/data';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { withServer } from './bench-server.js';
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

/** The map in a browser as a person moves it, on invented businesses. */
export async function benchMap(scratch: ScratchDatabase, businesses: number): Promise<MapBench> {
  const { database, close } = await openDatabase(scratch.environment);
  const busiest = await inventBusinesses(database, businesses).finally(close);
  return withServer(scratch, async ({ url, process, readySeconds }) => {
    const readyMegabytes = memoryOf(process, 'VmRSS');
    const frames = await measureFrames(url, busiest);
    return {
      ...{ businesses, readySeconds, readyMegabytes, frames },
      peakMegabytes: memoryOf(process, 'VmHWM'),
    };
  });
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
