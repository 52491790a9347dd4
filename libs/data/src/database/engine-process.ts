import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDER_TAKEN } from './engine-record.js';

/** Right from src (under Jest) and from dist alike: a process can run only the built file. */
const ENGINE = fileURLToPath(new URL('../../dist/database/engine.js', import.meta.url));

const LONGEST_LOG = 1024 * 1024;
const TAIL = 4000;

/** A started engine, as long as it is not known whether it serves. */
export class EngineProcess {
  #spawnError: Error | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly logPath: string,
    private readonly logStart: number,
  ) {
    child.once('error', (error) => (this.#spawnError = error));
    child.unref();
  }

  /** Starts an engine of its own session: what ends its starter, also Ctrl-C, does not reach it. */
  static async start(folder: string, idleSeconds: number): Promise<EngineProcess> {
    const logPath = join(folder, 'engine.log');
    const length = await stat(logPath).then(
      ({ size }) => size,
      () => 0,
    );
    if (length > LONGEST_LOG) await rename(logPath, `${logPath}.1`);
    const log = await open(logPath, 'a');
    const child = spawn(process.execPath, [ENGINE, folder, String(idleSeconds)], {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: {}, // above all no NODE_OPTIONS: a debugger's port cannot be opened twice
    });
    const engine = new EngineProcess(child, logPath, (await log.stat()).size);
    await log.close();
    return engine;
  }

  /** Another engine has the folder, or this one has served and gone: worth a new start. */
  get isOver(): boolean {
    return this.child.exitCode === FOLDER_TAKEN || this.child.exitCode === 0;
  }

  get hasFailed(): boolean {
    const { exitCode, signalCode } = this.child;
    return Boolean(this.#spawnError ?? signalCode ?? (exitCode !== null && !this.isOver));
  }

  /** How it failed, with the end of what it wrote. */
  async failure(): Promise<string> {
    const { exitCode, signalCode } = this.child;
    const log = await readFile(this.logPath);
    const tail = log
      .subarray(Math.max(this.logStart, log.length - TAIL))
      .toString()
      .trim();
    return `${this.#spawnError?.message ?? signalCode ?? `exit status ${exitCode}`}\n${tail}`;
  }
}
