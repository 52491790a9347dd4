import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A grey PNG of one pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Raster tiles of another origin, to be kept an hour, as a public tile server has them. Whether they may be
 * copied it says to those only who ask as one that wants to, as object stores do.
 */
export class TileServer {
  allowsCopies = false;
  /** How the addresses begin of tiles that it does not have. */
  missing: string | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TileServer> {
    const server = createServer();
    const tiles = new TileServer(server);
    server.on('request', ({ url, headers: { origin } }, response) => {
      if (tiles.missing !== null && url!.startsWith(tiles.missing)) response.statusCode = 404;
      response.setHeader('Content-Type', 'image/png').setHeader('Cache-Control', 'max-age=3600');
      if (origin !== undefined && tiles.allowsCopies) {
        response.setHeader('Access-Control-Allow-Origin', origin);
      }
      response.end(response.statusCode === 404 ? undefined : ONE_PIXEL);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return tiles;
  }

  /** With its places for zoom, column and row. */
  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/{z}/{x}/{y}.png`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
