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
  measureHistory,
  traceClusters,
  type ClusterSources,
  type FoundClusters,
  type MeasuredHistory,
} from '@cluster-atlas/data';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database.js';
import { Capacity } from '../http/capacity.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';
import { RecentAnswers } from '../answers/recent-answers.js';

/** Kept in memory of each kind: a map, its list and its cluster pages ask for the same one. */
const MOST_REMEMBERED = 30;
/** Of the runs together: who is in the clusters of a country takes tens of megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Of a member of a cluster: id, place, position, how it belongs. */
const BYTES_OF_MEMBER = 40;
/** Each waits for a thread; more would only wait longer. */
const MOST_RUNNING = 8;
/** Seconds after which an answer is given up, and what may be done instead. */
const LIMITS = {
  run: [120, 'ask for fewer labellings, or have it computed as a job (POST /api/v1/analyses)'],
  history: [300, 'ask for fewer years or a smaller selection'],
  curve: [60, 'ask for smaller radii or fewer labellings'],
} as const;

/** Finds clusters on worker threads; what was found is kept while the data stays the same. */
@Injectable()
export class ClustersService implements OnApplicationShutdown {
  private readonly workers = new AnalysisWorkers();
  private readonly runs = new RecentAnswers<FoundClusters>({
    answers: MOST_REMEMBERED,
    bytes: MOST_BYTES,
    bytesOf: ({ members }) =>
      BYTES_OF_MEMBER * members.reduce((sum, { ids }) => sum + ids.length, 0),
  });
  private readonly histories = new RecentAnswers<ClusterHistory>({ answers: MOST_REMEMBERED });
  private readonly curves = new RecentAnswers<Concentration>({ answers: MOST_REMEMBERED });
  private readonly capacity = new Capacity({ running: MOST_RUNNING, waiting: 0 });

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  /**
   * @param leaving aborts when whoever asks has gone: what nobody waits for is given up
   * @throws {Busy} if too many others are being found
   * @throws {RangeError} if it takes too long
   */
  find(query: ClusterQuery, leaving?: AbortSignal): Promise<FoundClusters> {
    return this.runs.get(
      this.keyOf(query),
      (signal) => this.run('run', signal, (sources) => findClusters(sources, query)),
      leaving,
    );
  }

  /**
   * As `find`, however long it takes, for one who watches it and has taken a place.
   *
   * @throws an `AbortError` when the signal aborts
   */
  async findWatched(
    query: ClusterQuery,
    watch: Pick<ClusterSources, 'signal' | 'onProgress'>,
  ): Promise<FoundClusters> {
    const key = this.keyOf(query);
    if (this.runs.has(key)) return this.find(query);
    const found = await findClusters({ ...this.sources, ...watch }, query);
    return this.runs.get(key, () => Promise.resolve(found));
  }

  /**
   * @returns gives the place back
   * @throws {Busy} if too many clusters are being found
   */
  takePlace(): () => void {
    return this.capacity.take();
  }

  /** As `find`. */
  trace(query: ClusterHistoryQuery, leaving?: AbortSignal): Promise<ClusterHistory> {
    return this.histories.get(
      this.keyOf(query),
      (signal) => this.run('history', signal, (sources) => traceClusters(sources, query)),
      leaving,
    );
  }

  /** As `trace`, with what is measured in each year: not kept, a file is asked for once. */
  measureHistory(query: ClusterHistoryQuery, leaving: AbortSignal): Promise<MeasuredHistory> {
    return this.run('history', leaving, (sources) => measureHistory(sources, query));
  }

  /** As `find`. */
  measureConcentration(query: ConcentrationQuery, leaving?: AbortSignal): Promise<Concentration> {
    return this.curves.get(
      this.keyOf(query),
      (signal) => this.run('curve', signal, (sources) => measureConcentration(sources, query)),
      leaving,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }

  /** Two queries of the same key find the same. */
  keyOf(query: ClusterQuery | ClusterHistoryQuery | ConcentrationQuery): string {
    // of a history the day is one more that it tells of, and one until today is another tomorrow
    const asked =
      'from' in query
        ? { ...query, today: new Date().toISOString().slice(0, 10) }
        : { ...query, date: undefined };
    return JSON.stringify([this.selections.stateOf(query), asked]);
  }

  private get sources(): ClusterSources {
    return {
      database: this.database.source,
      store: this.points.store,
      workers: this.workers,
    };
  }

  private run<Answer>(
    kind: keyof typeof LIMITS,
    signal: AbortSignal,
    work: (sources: ClusterSources) => Promise<Answer>,
  ): Promise<Answer> {
    const [seconds, advice] = LIMITS[kind];
    return this.capacity.run(async () => {
      const late = AbortSignal.timeout(1000 * seconds);
      try {
        return await work({ ...this.sources, signal: AbortSignal.any([signal, late]) });
      } catch (error) {
        if (signal.aborted || !late.aborted) throw error;
        throw new RangeError(`This takes more than ${seconds} seconds: ${advice}.`);
      }
    });
  }
}
