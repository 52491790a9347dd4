import { serveDatabase } from './database-server.js';
import {
  engineUrl,
  FOLDER_TAKEN,
  newPassword,
  readEngineRecord,
  writeEngineRecord,
} from './engine-record.js';
import { lockWorkingFolder } from './folder-lock.js';

/** Entry of the engine's process: `node engine.js <folder> [seconds to stay without clients]`. */

const FIRST_CLIENT_SECONDS = 30;
const [folder, idleSeconds = '5'] = process.argv.slice(2);
if (!folder) throw new Error('usage: node engine.js <folder> [idle seconds]');
process.chdir(folder);

if (!(await lockWorkingFolder())) {
  console.error(`${folder} is open in another engine`);
  process.exit(FOLDER_TAKEN);
}

// imported only now: the loser of a race need not load 30 MB of WebAssembly to learn that it lost
const { openWorkingFolder } = await import('./open-folder.js');
const database = await openWorkingFolder();
const former = await readEngineRecord('.');
const formerUrl = former && new URL(former.url);
const password = formerUrl?.password ?? newPassword();

let isStopping = false;
let idleTimer = setTimeout(stop, FIRST_CLIENT_SECONDS * 1000);
const server = await serveDatabase(database, {
  password,
  preferredPort: Number(formerUrl?.port ?? 0),
  idleInTransactionMs: 30_000,
  checkpointBytes: 64 * 1024 * 1024,
  onClients(count) {
    clearTimeout(idleTimer);
    if (count === 0) idleTimer = setTimeout(stop, Number(idleSeconds) * 1000);
  },
  onBroken(error) {
    console.error(error);
    process.exit(1); // what was acknowledged is in the write-ahead log
  },
});
await writeEngineRecord('.', {
  pid: process.pid,
  url: engineUrl(server.port, password),
  startedAt: new Date().toISOString(),
});
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

/** Open transactions are lost, as on any stop of PostgreSQL; the next start needs no recovery. */
function stop(): void {
  if (isStopping) return;
  isStopping = true;
  server.close();
  database.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
