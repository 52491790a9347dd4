import type { PGlite } from '@electric-sql/pglite';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ClientConnection } from './client-connection.js';
import { startupFrame } from './frames.js';
import { SharedSession, type SharedSessionOptions } from './shared-session.js';

export interface ServerOptions extends SharedSessionOptions {
  password: string;
  /** Tried first, so that a restarted engine keeps its address; any other free port follows. */
  preferredPort: number;
  /** Called with the number of clients whenever it changes. */
  onClients: (count: number) => void;
  onBroken: (error: unknown) => void;
}

export interface DatabaseServer {
  port: number;
  /** Drops all clients and takes no new ones. */
  close(): void;
}

/** Serves a PGlite database to many clients over the PostgreSQL protocol, on the loopback interface only. */
export async function serveDatabase(
  database: PGlite,
  options: ServerOptions,
): Promise<DatabaseServer> {
  const greeting = await learnGreeting(database);
  const session = new SharedSession(database, options, options.onBroken);
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      if (clients.delete(socket)) options.onClients(clients.size);
    });
    const onReady = () => options.onClients(clients.add(socket).size);
    new ClientConnection(socket, { session, password: options.password, greeting, onReady });
  });
  await listen(server, options.preferredPort).catch(() => listen(server, 0));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      session.stop();
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Asked once, so that a new client is greeted without touching the session that another one holds. */
async function learnGreeting(database: PGlite): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await database.execProtocolRawStream(startupFrame({ user: 'postgres', database: 'postgres' }), {
    onRawData: (data) => chunks.push(Buffer.from(data)),
  });
  return Buffer.concat(chunks);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
