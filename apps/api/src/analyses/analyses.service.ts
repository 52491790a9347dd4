import type { Analysis, ClusterQuery } from '@cluster-atlas/contract';
import {
  cancelRun,
  checkTestable,
  defineRun,
  failRun,
  finishRun,
  readProgress,
  readRun,
  reportProgress,
  startRun,
  type RunDefinition,
} from '@cluster-atlas/data';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClustersService } from '../clusters/clusters.service.js';
import { Database } from '../database.js';
import { ProgressFeed } from './progress-feed.js';

/** What is done by then is answered at once. */
const PATIENCE = 300;
/** Between two words on how far a run is; a cancelled one ends within it. */
const BEAT = 500;

const STOPPED = 'The server that computed it has stopped.';

/** Runs of clusters as jobs: with progress, and cancelled from any process. */
@Injectable()
export class AnalysesService implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Analyses');
  private readonly running = new Map<string, AbortController>();
  private readonly feed = new ProgressFeed((ids) => readProgress(this.database.source, ids));

  constructor(
    private readonly database: Database,
    private readonly clusters: ClustersService,
  ) {}

  /**
   * @param leaving aborts when whoever asks has gone before the answer, and so never knows the id
   * @throws {Busy} if too many others are being found
   * @throws {RangeError} if a test is asked for that there is not
   */
  async start(query: ClusterQuery, leaving: AbortSignal): Promise<Analysis> {
    checkTestable(query);
    const givePlaceBack = this.clusters.takePlace();
    const definition = defineRun(query);
    const id = await startRun(this.database.source, definition).catch((error: unknown) => {
      givePlaceBack();
      throw error;
    });
    const computed = this.compute(id, definition).finally(givePlaceBack);
    await Promise.race([computed, sleep(PATIENCE)]);
    return leaving.aborted ? this.cancel(id) : this.read(id);
  }

  read(id: string): Promise<Analysis> {
    return readRun(this.database.source, id);
  }

  /**
   * Answers with the progress of a run, whichever process computes it, until it has ended.
   *
   * @throws {NotFound}
   * @throws {Busy} if too many others listen
   */
  follow(id: string, response: ServerResponse): Promise<void> {
    return this.feed.follow(id, response);
  }

  async cancel(id: string): Promise<Analysis> {
    await cancelRun(this.database.source, id);
    this.running.get(id)?.abort();
    return this.read(id);
  }

  /** Streams that are open would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.feed.close();
  }

  onApplicationShutdown(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  /** Ends well, whatever happens: the run says what did. */
  private async compute(id: string, definition: RunDefinition): Promise<void> {
    const { source } = this.database;
    const controller = new AbortController();
    this.running.set(id, controller);
    let labellings = 0;
    const beat = setInterval(() => {
      reportProgress(source, id, labellings).then(
        (isWanted) => !isWanted && controller.abort(),
        (error: unknown) => this.logger.error({ error, id }),
      );
    }, BEAT);
    try {
      const { run } = await this.clusters.findWatched(definition, {
        signal: controller.signal,
        onProgress: (done) => (labellings = done),
      });
      await finishRun(source, id, run);
    } catch (error) {
      if (!controller.signal.aborted) this.logger.error({ error, id });
      await failRun(source, id, controller.signal.aborted ? STOPPED : reasonOf(error)).catch(
        (failure: unknown) => this.logger.error({ error: failure, id }),
      );
    } finally {
      clearInterval(beat);
      this.running.delete(id);
    }
  }
}

/** Whoever asked is told what they can mend; the rest is for the log. */
function reasonOf(error: unknown): string {
  const isTold = error instanceof RangeError || (error instanceof Error && 'wanted' in error);
  return isTold ? error.message : 'The analysis failed. Its cause is in the log of the server.';
}
