import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of the field that computes the same measure. */
export interface Reference {
  name: string;
  language: keyof typeof INTERPRETERS;
  /**
   * Has as its arguments the file of the columns, n and the task's words. It prints its version, the
   * seconds of the computation alone, and a number for each name in `finds`.
   */
  script: string;
  finds: readonly string[];
}

/** Where there are several, the first whose libraries suffice is taken. */
const INTERPRETERS = {
  R: [['Rscript', '-e']],
  python: [
    ['python3', '-c'],
    ['/usr/bin/python3', '-c'], // the system's, which has Debian's packages
  ],
} as const;

/** What another program found, or why it did not run. */
export type ReferenceRun =
  | { name: string; version: string; seconds: number; found: Record<string, number> }
  | { name: string; missing: string };

/** Beyond it a reference is stopped: some never end on co-located points. */
const LIMIT_SECONDS = 120;

/**
 * Runs references one after the other on the same columns.
 *
 * @param columns each of n doubles; the file holds one after the other in this machine's byte order
 */
export async function runReferences(
  references: readonly Reference[],
  columns: readonly Float64Array[],
  words: readonly (string | number)[],
): Promise<ReferenceRun[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-files-'));
  try {
    const file = join(folder, 'columns');
    await writeFile(
      file,
      columns.map(({ buffer }) => new Uint8Array(buffer as ArrayBuffer)),
    );
    const runs: ReferenceRun[] = [];
    for (const reference of references) {
      runs.push(await run(reference, [file, columns[0]!.length, ...words].map(String)));
    }
    return runs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(reference: Reference, words: string[]): Promise<ReferenceRun> {
  const { name, language, script, finds } = reference;
  for (const [program, option] of INTERPRETERS[language]) {
    const output = await outputOf(program, [option, script, ...words]);
    if (output === 'stopped') return { name, missing: `stopped after ${LIMIT_SECONDS} s` };
    if (output === null) continue;
    const [version, seconds, ...found] = output.trim().split(/\s+/);
    return {
      name,
      version: version!,
      seconds: Number(seconds),
      found: Object.fromEntries(finds.map((figure, i) => [figure, Number(found[i])])),
    };
  }
  return { name, missing: 'not installed' };
}

/** null: it is not there, or failed. */
async function outputOf(program: string, words: readonly string[]): Promise<string | null> {
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LIMIT_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  child.stdout.on('data', (piece) => (output += String(piece)));
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code, signal) => resolve(signal ? 'stopped' : code === 0 ? output : null));
  });
}
