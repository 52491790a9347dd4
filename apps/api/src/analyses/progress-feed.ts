import type { AnalysisProgress } from '@cluster-atlas/contract';
import { NotFound } from '@cluster-atlas/data';
import { Logger } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Busy } from '../http/busy.js';
import { EventStream } from '../http/event-stream.js';

interface FeedLimits {
  /** Who may listen at a time, to whatever run. */
  followers: number;
  /** Milliseconds between two looks. */
  pause: number;
  /** Milliseconds between two signs of life. */
  heartbeat?: number;
}

/** The process that computes a run says how far it is twice a second. */
const LIMITS: FeedLimits = { followers: 200, pause: 250 };
const RETRY_SECONDS = 5;

interface Follower {
  stream: EventStream;
  told: AnalysisProgress;
}

/**
 * Tells whoever listens how far runs are. One look at the database serves all of a process, however
 * many they are, and there is none while nobody listens.
 */
export class ProgressFeed {
  private readonly logger = new Logger('Progress');
  private readonly followers = new Set<Follower>();
  /** With those that still wait for their first event. */
  private taken = 0;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly read: (ids: string[]) => Promise<AnalysisProgress[]>,
    private readonly limits: FeedLimits = LIMITS,
  ) {}

  /**
   * Answers with events, the first of them at once and the last one when the run has ended.
   *
   * @throws {NotFound}
   * @throws {Busy} if too many others listen
   */
  async follow(id: string, response: ServerResponse): Promise<void> {
    if (this.isClosed || this.taken >= this.limits.followers) {
      throw new Busy(RETRY_SECONDS, 'Too many listen to the progress of analyses.');
    }
    this.taken++;
    response.once('close', () => this.taken--);
    const [told] = await this.read([id]);
    if (!told) throw new NotFound('analysis', id);
    if (response.destroyed) return;
    const stream = new EventStream(response, this.limits.heartbeat);
    stream.send(told);
    if (told.state !== 'running' || this.isClosed) return stream.end();
    const follower = { stream, told };
    this.followers.add(follower);
    response.once('close', () => this.followers.delete(follower));
    this.lookLater();
  }

  /** Ends all streams, and takes on no other. */
  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    this.endAll();
  }

  private lookLater(): void {
    if (this.followers.size === 0 || this.isClosed) return;
    this.timer ??= setTimeout(() => void this.look(), this.limits.pause);
  }

  private async look(): Promise<void> {
    const followers = [...this.followers];
    try {
      const runs = await this.read([...new Set(followers.map(({ told }) => told.id))]);
      const progress = new Map(runs.map((run) => [run.id, run]));
      for (const follower of followers) this.tell(follower, progress.get(follower.told.id));
    } catch (error) {
      this.logger.error({ error });
      this.endAll(); // whoever listens comes back, and is told then what is wrong
    }
    this.timer = null;
    this.lookLater();
  }

  private tell(follower: Follower, now?: AnalysisProgress): void {
    if (!this.followers.has(follower)) return; // left meanwhile
    const { stream, told } = follower;
    const progress = now ?? { ...told, state: 'expired' as const }; // somebody has deleted it
    if (progress.state === told.state && progress.done === told.done) return;
    follower.told = progress;
    stream.send(progress);
    if (progress.state === 'running') return;
    this.followers.delete(follower);
    stream.end();
  }

  private endAll(): void {
    for (const { stream } of this.followers) stream.end();
    this.followers.clear();
  }
}
