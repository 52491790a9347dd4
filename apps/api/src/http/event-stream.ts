import type { ServerResponse } from 'node:http';

/** Milliseconds; proxies end a connection that is silent for longer, most after a minute. */
const HEARTBEAT = 15_000;

/** An answer of server-sent events (WHATWG HTML, section 9.2), numbered from 1 on each connection. */
export class EventStream {
  private events = 0;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly response: ServerResponse,
    heartbeat = HEARTBEAT,
  ) {
    response.setHeader('Content-Type', 'text/event-stream');
    response.setHeader('Cache-Control', 'no-store, no-transform'); // compressing would hold events back
    response.setHeader('X-Accel-Buffering', 'no'); // and so would nginx
    response.flushHeaders();
    this.heartbeat = setInterval(() => response.write(':\n\n'), heartbeat);
    response.once('close', () => clearInterval(this.heartbeat));
  }

  send(data: object): void {
    this.events++;
    this.response.write(`id: ${this.events}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }
}
