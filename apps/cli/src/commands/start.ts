import { loadDemo, openDatabase } from '@cluster-atlas/data';
import { InvalidArgumentError, type Command } from 'commander';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.js';

const SERVER = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

interface StartOptions {
  port?: string;
  demo?: boolean;
  empty?: boolean;
}

export function addStart(program: Command): void {
  program
    .command('start')
    .description('serve the map; an embedded database that is empty gets the demo first')
    .option('--port <number>', 'port to listen on (default: PORT, else 3000)', portNumber)
    .option('--demo', 'load the synthetic demo, whatever else is loaded')
    .option('--empty', 'load no demo')
    .action(start);
}

async function start({ port, demo, empty }: StartOptions): Promise<void> {
  process.stderr.write('Opening the database …\n');
  const { engine, database, close } = await openDatabase(readConfig().database);
  try {
    const [row] = await database.query<{ some: boolean }[]>(
      `SELECT EXISTS (SELECT FROM business) AS some`,
    );
    const isFirst = engine === 'embedded' && !row!.some;
    if (demo || (isFirst && !empty)) {
      process.stderr.write('Loading the synthetic demo of Greater Manchester …\n');
      await loadDemo(database);
    }
    process.exitCode = await serve(port);
  } finally {
    await close();
  }
}

/** Runs the server until it ends; a signal to this process is passed on by the terminal or below. */
async function serve(port: string | undefined): Promise<number> {
  const server = fork(SERVER, {
    env: { LOG_LEVEL: 'warn', ...process.env, ...(port !== undefined && { PORT: port }) },
  });
  server.on('message', (message: { url?: string }) => {
    if (message.url) process.stdout.write(`Cluster Atlas is at ${message.url}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => server.kill(signal));
  const [exitCode] = (await once(server, 'exit')) as [number | null];
  return exitCode ?? 0;
}

function portNumber(text: string): string {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('A port is 0 to 65535.');
  }
  return text;
}
