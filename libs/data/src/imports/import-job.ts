import type { DataSource } from 'typeorm';

/** Told to whoever watches; bytes are those of the files on disk. */
export interface ImportProgress {
  bytesRead: number;
  bytesTotal: number;
  rows: number;
}

/** The row in `job` that an import leaves: running, then done or failed, with its result. */
export class ImportJob {
  private constructor(
    private readonly database: DataSource | null,
    readonly id: number,
  ) {}

  /** Leaves no row: for a dry run. */
  static rehearsal(): ImportJob {
    return new ImportJob(null, 0);
  }

  static async start(
    database: DataSource,
    kind: string,
    parameters: Record<string, unknown>,
  ): Promise<ImportJob> {
    await closeDeserted(database);
    const [row] = await database.query<{ id: number }[]>(
      `INSERT INTO job (kind, state, parameters) VALUES ($1, 'running', $2) RETURNING id`,
      [kind, JSON.stringify(parameters)],
    );
    return new ImportJob(database, row!.id);
  }

  get actor(): string {
    return `job:${this.id}`;
  }

  async report(progress: ImportProgress): Promise<void> {
    await this.database?.query(`UPDATE job SET heartbeat_at = now(), result = $2 WHERE id = $1`, [
      this.id,
      JSON.stringify(progress),
    ]);
  }

  /** Runs the work and leaves its outcome in the row. */
  async finish<Result extends object>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      await this.close('done', result);
      return result;
    } catch (error) {
      await this.close('failed', { error: String(error) }).catch(() => undefined); // the first error matters
      throw error;
    }
  }

  private async close(state: 'done' | 'failed', result: object): Promise<void> {
    await this.database?.query(
      `UPDATE job SET state = $2, result = $3, heartbeat_at = now(), finished_at = now() WHERE id = $1`,
      [this.id, state, JSON.stringify(result)],
    );
  }
}

/** A process that was killed could not say so itself. */
async function closeDeserted(database: DataSource): Promise<void> {
  await database.query(
    `UPDATE job SET state = 'failed', finished_at = heartbeat_at,
       result = '{"error": "The process ended before the import did. Running it again is safe."}'
     WHERE state = 'running' AND heartbeat_at < now() - interval '10 minutes'`,
  );
}
