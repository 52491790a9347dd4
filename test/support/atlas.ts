import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ATLAS = fileURLToPath(new URL('../../apps/cli/bin/atlas.js', import.meta.url));

/** Either of the two databases that every promise is kept on. */
export type Engine = { DATABASE_URL: string } | { ATLAS_DATA_DIR: string };

export interface AtlasRun<Result> {
  exitCode: number;
  result: Result;
  stderr: string;
}

/** The environment without what else might choose a database. */
export function atlasEnvironment(engine: Engine): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, ATLAS_DATA_DIR: _folder, ...environment } = process.env;
  return { ...environment, NODE_OPTIONS: '', ...engine };
}

/** Runs `atlas … --json` as a person would and reads its one document. */
export function atlas<Result>(engine: Engine, ...words: string[]): Promise<AtlasRun<Result>> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [ATLAS, ...words, '--json'],
      { env: atlasEnvironment(engine), maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        try {
          const exitCode = typeof error?.code === 'number' ? error.code : 0;
          resolve({ exitCode, result: JSON.parse(stdout) as Result, stderr });
        } catch {
          reject(new Error(`atlas ${words.join(' ')} printed no JSON: ${stdout}\n${stderr}`));
        }
      },
    );
  });
}
