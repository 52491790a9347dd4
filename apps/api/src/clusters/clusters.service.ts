import type { ClusterQuery } from '@cluster-atlas/contract';
import { findClusters, type FoundClusters } from '@cluster-atlas/data';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database.js';
import { Busy } from '../http/busy.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';

/** Runs kept in memory: a map, its list and its cluster pages ask for the same one. */
const MOST_REMEMBERED = 30;
/** Each waits for a thread; more would only wait longer. */
const MOST_RUNNING = 8;
const RETRY_SECONDS = 5;

/** Finds clusters on worker threads; what was found is kept while the data stays the same. */
@Injectable()
export class ClustersService implements OnApplicationShutdown {
  private readonly workers = new AnalysisWorkers();
  private readonly remembered = new Map<string, Promise<FoundClusters>>();
  private running = 0;

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  /** @throws {Busy} if too many others are being found */
  async find(query: ClusterQuery): Promise<FoundClusters> {
    const key = this.keyOf(query);
    const known = this.remembered.get(key);
    this.remembered.delete(key);
    const found = known ?? this.run(query);
    this.remembered.set(key, found); // the last one asked for stands last
    if (this.remembered.size > MOST_REMEMBERED) {
      this.remembered.delete(this.remembered.keys().next().value!);
    }
    try {
      return await found;
    } catch (error) {
      this.remembered.delete(key);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }

  private async run(query: ClusterQuery): Promise<FoundClusters> {
    if (this.running >= MOST_RUNNING) throw new Busy(RETRY_SECONDS);
    this.running++;
    try {
      const { source: database } = this.database;
      const { store } = this.points;
      return await findClusters({ database, store, workers: this.workers }, query);
    } finally {
      this.running--;
    }
  }

  private keyOf(query: ClusterQuery): string {
    const { method, eps, minPoints, labels, minSize } = query;
    const { minClusterSize, minSamples, selection, selectionEpsilon } = query;
    const { labellings, seed, robustness } = query;
    return JSON.stringify([
      this.selections.stateOf(query),
      minSize,
      labellings,
      labellings > 0 && seed,
      robustness,
      ...(method === 'dbscan'
        ? [method, eps, minPoints, labels]
        : [method, minClusterSize, minSamples, selection, selectionEpsilon]),
    ]);
  }
}
