import type {
  ClusterHistory,
  ClusterHistoryQuery,
  ClusterQuery,
  Concentration,
  ConcentrationQuery,
} from '@cluster-atlas/contract';
import {
  findClusters,
  measureConcentration,
  traceClusters,
  type ClusterSources,
  type FoundClusters,
} from '@cluster-atlas/data';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database.js';
import { Capacity } from '../http/capacity.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';
import { RecentAnswers } from './recent-answers.js';

/** Runs kept in memory: a map, its list and its cluster pages ask for the same one. */
const MOST_REMEMBERED = 30;
/** Each waits for a thread; more would only wait longer. */
const MOST_RUNNING = 8;
/** Of seconds: a curve of more is to be had on the command line. */
const LONGEST_CURVE = 60;

/** Finds clusters on worker threads; what was found is kept while the data stays the same. */
@Injectable()
export class ClustersService implements OnApplicationShutdown {
  private readonly workers = new AnalysisWorkers();
  private readonly runs = new RecentAnswers<FoundClusters>(MOST_REMEMBERED);
  private readonly histories = new RecentAnswers<ClusterHistory>(MOST_REMEMBERED);
  private readonly curves = new RecentAnswers<Concentration>(MOST_REMEMBERED);
  private readonly capacity = new Capacity({ running: MOST_RUNNING, waiting: 0 });

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  /** @throws {Busy} if too many others are being found */
  find(query: ClusterQuery): Promise<FoundClusters> {
    return this.runs.get(this.keyOf(query), () =>
      this.run((sources) => findClusters(sources, query)),
    );
  }

  /**
   * As `find`, but for one who watches it and may give it up.
   *
   * @throws {Busy} if too many others are being found
   * @throws an `AbortError` when the signal aborts
   */
  async findWatched(
    query: ClusterQuery,
    watch: Pick<ClusterSources, 'signal' | 'onProgress'>,
  ): Promise<FoundClusters> {
    const key = this.keyOf(query);
    if (this.runs.has(key)) return this.find(query);
    const found = await this.run((sources) => findClusters({ ...sources, ...watch }, query));
    return this.runs.get(key, () => Promise.resolve(found));
  }

  /** @throws {Busy} if too many clusters are being found */
  checkCapacity(): void {
    this.capacity.check();
  }

  /** @throws {Busy} if too many others are being found */
  trace(query: ClusterHistoryQuery): Promise<ClusterHistory> {
    return this.histories.get(this.keyOf(query), () =>
      this.run((sources) => traceClusters(sources, query)),
    );
  }

  /**
   * @throws {Busy} if too many others are being found
   * @throws {RangeError} if it takes too long
   */
  measureConcentration(query: ConcentrationQuery): Promise<Concentration> {
    const signal = AbortSignal.timeout(1000 * LONGEST_CURVE);
    return this.curves.get(this.keyOf(query), async () => {
      try {
        return await this.run((sources) => measureConcentration({ ...sources, signal }, query));
      } catch (error) {
        if (!signal.aborted) throw error;
        throw new RangeError(
          `This takes more than ${LONGEST_CURVE} seconds: ask for smaller radii or fewer labellings.`,
        );
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }

  private run<Answer>(work: (sources: ClusterSources) => Promise<Answer>): Promise<Answer> {
    const { source: database } = this.database;
    return this.capacity.run(() =>
      work({ database, store: this.points.store, workers: this.workers }),
    );
  }

  /** Two queries of the same key find the same. */
  keyOf(query: ClusterQuery | ClusterHistoryQuery | ConcentrationQuery): string {
    // a history until today is another one tomorrow, whichever day it tells of besides
    const until = 'from' in query ? new Date().toISOString().slice(0, 10) : undefined;
    return JSON.stringify([this.selections.stateOf(query), until, { ...query, date: undefined }]);
  }
}
