import { openDatabase, type OpenDatabase } from '@cluster-atlas/data';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from './config.js';

export const CONFIG = Symbol('Config');

/** The open database; it is closed when the application shuts down. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private opened: OpenDatabase | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async open(): Promise<void> {
    this.opened = await openDatabase(this.config.database);
  }

  /** @throws {Error} before `open` has succeeded */
  get source(): DataSource {
    if (!this.opened) throw new Error('The database is not open yet.');
    return this.opened.database;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }
}
