import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ATLAS = fileURLToPath(new URL('../main.js', import.meta.url));

export interface MeasuredRun<Result> {
  result: Result;
  /** Peak resident memory of the process, in megabytes; null where the system does not tell. */
  peakMegabytes: number | null;
}

/** Runs `atlas … --json` in a process of its own, so that its memory is its own. */
export async function runAtlas<Result>(
  environment: Record<string, string>,
  words: readonly string[],
): Promise<MeasuredRun<Result>> {
  const child = spawn(process.execPath, [ATLAS, ...words, '--json'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peak: number | null = null;
  const watch = setInterval(() => (peak = peakMemory(child.pid!) ?? peak), 100);
  let output = '';
  for await (const piece of child.stdout) output += String(piece);
  clearInterval(watch);
  return { result: JSON.parse(output) as Result, peakMegabytes: peak };
}

function peakMemory(pid: number): number | null {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Math.round(Number(match[1]) / 1000) : null;
  } catch {
    return null; // not Linux, or just ended
  }
}
