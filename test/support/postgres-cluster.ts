import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own on a free port, gone with the test: Debian's build, unsafe and fast. */
export class PostgresCluster {
  private constructor(
    private readonly folder: string,
    private readonly binaries: string,
    readonly port: number,
  ) {}

  static async start(): Promise<PostgresCluster> {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
    const binaries = `/usr/lib/postgresql/${versions[0]}/bin`;
    const folder = mkdtempSync(join(tmpdir(), 'atlas-postgres-'));
    chmodSync(folder, 0o777); // PostgreSQL refuses root, so its own user must write here
    const cluster = new PostgresCluster(folder, binaries, await freePort());
    cluster.run('initdb', [
      '-D',
      cluster.data,
      '-U',
      'atlas',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ]);
    cluster.run('pg_ctl', [
      '-D',
      cluster.data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      cluster.options,
      'start',
    ]);
    return cluster;
  }

  /** Makes an empty database and returns its URL. */
  createDatabase(name: string): string {
    this.run('createdb', ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'atlas', name]);
    return `postgres://atlas@127.0.0.1:${this.port}/${name}`;
  }

  stop(): void {
    this.run('pg_ctl', ['-D', this.data, '-m', 'immediate', '-w', 'stop']);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get options(): string {
    return `-p ${this.port} -h 127.0.0.1 -k ${this.folder} -c fsync=off -c full_page_writes=off -c max_wal_size=4GB`;
  }

  private run(program: string, words: string[]): void {
    const command = join(this.binaries, program);
    const isRoot = process.getuid?.() === 0;
    const [file, args] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', command, ...words]]
      : [command, words];
    execFileSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: this.folder });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
