import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';

const LOCKS = 'lock';

/**
 * Takes the working folder for this process until the process ends, however it ends.
 *
 * A claim is a numbered name of a listening Unix socket, so the kernel answers whether its process
 * lives, without process ids, clocks or heartbeats, also from another container. The highest number
 * holds the folder. Two processes cannot hold it: a name is linked only by one, and already listens
 * by then; a claim is made only above a dead one; the highest name is never removed; and who finds
 * a higher name after linking gives up.
 *
 * The folder is the working one because the path of a socket must not be longer than 107 bytes.
 *
 * @returns false if another living process has the folder
 */
export async function lockWorkingFolder(): Promise<boolean> {
  await mkdir(LOCKS, { recursive: true });
  const ownName = `${LOCKS}/${randomUUID()}`;
  const server = await listenOn(ownName);
  try {
    for (;;) {
      const highest = await highestClaim();
      if (highest > 0 && (await isAlive(`${LOCKS}/${highest}`))) {
        server.close();
        return false;
      }
      if ((await claim(ownName, highest + 1)) && (await highestClaim()) === highest + 1) {
        await forgetBelow(highest + 1);
        return true;
      }
    }
  } finally {
    await remove(ownName);
  }
}

function listenOn(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    server.unref();
  });
}

async function highestClaim(): Promise<number> {
  const numbers = (await readdir(LOCKS)).filter((name) => /^\d+$/.test(name)).map(Number);
  return Math.max(0, ...numbers);
}

/** Refused connections and missing names are dead; whatever else happens, better to think it alive. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    );
  });
}

async function claim(ownName: string, number: number): Promise<boolean> {
  try {
    await link(ownName, `${LOCKS}/${number}`);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function forgetBelow(number: number): Promise<void> {
  for (const name of await readdir(LOCKS)) {
    if (/^\d+$/.test(name) && Number(name) < number) await remove(`${LOCKS}/${name}`);
  }
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch(() => {});
}
