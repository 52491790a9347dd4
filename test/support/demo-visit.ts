import type { Browser, Page } from 'playwright-core';
import { AtlasServer } from './atlas-server.js';
import { DESKTOP, launchBrowser } from './browser.js';

/** A server with the demo, a browser, and a page in it whose errors are noted. */
export class DemoVisit {
  /** What the page reported. */
  readonly faults: string[] = [];

  private constructor(
    readonly server: AtlasServer,
    readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on('pageerror', ({ message }) => this.faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  static async start(): Promise<DemoVisit> {
    const [server, browser] = await Promise.all([AtlasServer.start(), launchBrowser()]);
    const page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
    return new DemoVisit(server, browser, page);
  }

  /** Of the server's database, for commands that run beside it. */
  get folder(): string {
    return this.server.folder;
  }

  get url(): string {
    return this.server.url;
  }

  async getJson<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${this.url}${path}`)).json()) as Answer;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}
