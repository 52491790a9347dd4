import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ATLAS } from './atlas.js';

/**
 * `atlas start` as a newcomer runs it, on a folder of its own and a port that the system chooses; what
 * it serves is built already, and specs that run at a time would build it over each other.
 */
export class AtlasServer {
  private constructor(
    private readonly child: ChildProcess,
    /** Of its embedded database, for commands that run beside the server. */
    readonly folder: string,
    readonly url: string,
  ) {}

  static start(...options: string[]): Promise<AtlasServer> {
    return AtlasServer.startOn(mkdtempSync(join(tmpdir(), 'atlas-server-')), { options });
  }

  /** Another server on the same database, which stops before this one, with further settings. */
  beside(settings: Record<string, string>): Promise<AtlasServer> {
    return AtlasServer.startOn(this.folder, { settings });
  }

  private static async startOn(
    folder: string,
    { options = [], settings = {} }: { options?: string[]; settings?: Record<string, string> },
  ): Promise<AtlasServer> {
    const { DATABASE_URL: _url, ...environment } = process.env;
    const own = { NODE_OPTIONS: '', ATLAS_DATA_DIR: folder, ATLAS_SKIP_BUILD: '1' };
    const child = spawn(process.execPath, [ATLAS, 'start', '--port', '0', ...options], {
      env: { ...environment, ...own, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    for await (const piece of child.stdout) {
      output += String(piece);
      const url = /at (http:\S+)/.exec(output)?.[1];
      if (url) return new AtlasServer(child, folder, url);
    }
    throw new Error(`atlas start ended before it served: ${output}`);
  }

  async end(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  /** Ends it and removes its database. */
  async stop(): Promise<void> {
    await this.end();
    // the database engine leaves a few seconds after its last client
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 500 });
  }
}
