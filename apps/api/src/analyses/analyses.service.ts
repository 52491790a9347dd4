import type { Analysis, ClusterQuery } from '@cluster-atlas/contract';
import {
  cancelRun,
  checkTestable,
  defineRun,
  failRun,
  finishRun,
  readRun,
  reportProgress,
  startRun,
  type RunDefinition,
} from '@cluster-atlas/data';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClustersService } from '../clusters/clusters.service.js';
import { Database } from '../database.js';

/** What is done by then is answered at once. */
const PATIENCE = 300;
/** Between two words on how far a run is; a cancelled one ends within it. */
const BEAT = 500;

const STOPPED = 'The server that computed it has stopped.';

/** Runs of clusters as jobs: with progress, and cancelled from any process. */
@Injectable()
export class AnalysesService implements OnApplicationShutdown {
  private readonly logger = new Logger('Analyses');
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly database: Database,
    private readonly clusters: ClustersService,
  ) {}

  /**
   * @throws {Busy} if too many others are being found
   * @throws {RangeError} if a test is asked for that there is not
   */
  async start(query: ClusterQuery): Promise<Analysis> {
    checkTestable(query);
    this.clusters.checkCapacity();
    const definition = defineRun(query);
    const id = await startRun(this.database.source, definition);
    await Promise.race([this.compute(id, definition), sleep(PATIENCE)]);
    return this.read(id);
  }

  read(id: string): Promise<Analysis> {
    return readRun(this.database.source, id);
  }

  async cancel(id: string): Promise<Analysis> {
    await cancelRun(this.database.source, id);
    this.running.get(id)?.abort();
    return this.read(id);
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
