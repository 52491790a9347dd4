import {
  lastChange,
  loadPoints,
  readChanges,
  reloadPoints,
  type FeedPosition,
} from '@cluster-atlas/data';
import type { PointStore } from '@cluster-atlas/points';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../database.js';

const POLL_MS = 500;
const PATIENCE_MS = 5_000;

/** The point store, loaded at the start and kept current from the change feed. */
@Injectable()
export class PointsService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Points');
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private position: FeedPosition | null = null;
  private loaded: PointStore | null = null;

  constructor(private readonly database: Database) {}

  /** The feed's end is read first: what is written while loading comes again and does no harm. */
  async load(): Promise<void> {
    const started = performance.now();
    this.position = await lastChange(this.database.source);
    this.loaded = await loadPoints(this.database.source);
    const seconds = Math.round(performance.now() - started) / 1000;
    this.logger.log({ businesses: this.loaded.businessCount, seconds });
    this.following = this.follow();
  }

  /** @throws {Error} before `load` has finished */
  get store(): PointStore {
    if (!this.loaded) throw new Error('The point store is not loaded yet.');
    return this.loaded;
  }

  /** Names the state of the store: the same text on every process that has read as far. */
  get version(): string {
    const { epoch, transactionId, id, at } = this.position!;
    return `${epoch}.${transactionId}.${id}.${at}`;
  }

  get isReady(): boolean {
    return this.loaded !== null;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const isMore = await this.readOn();
        if (!isMore) await sleep(POLL_MS, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        this.logger.warn({ error }, 'The change feed could not be read; trying again.');
        await sleep(PATIENCE_MS, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
      }
    }
  }

  /** @returns whether there may be more to read at once */
  private async readOn(): Promise<boolean> {
    const entries = await readChanges(this.database.source, this.position!);
    for (const { kind, entityIds, ...position } of entries) {
      if (kind.startsWith('business.'))
        await reloadPoints(this.database.source, this.store, entityIds);
      this.position = position;
    }
    return entries.length > 0;
  }
}
