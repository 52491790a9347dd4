import type { Analysis, AnalysisProgress, ClusterRun, KeptRuns } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { newPublicIds } from '../businesses/public-id.js';
import { Expired } from '../expired.js';
import { NotFound } from '../not-found.js';
import { lineageOf, type RunDefinition } from './run-definition.js';

/** Runs that nobody keeps, of which the answers are still there. */
const MOST_ANSWERS = 500;
/** Of whoever computes it; without one the run has failed. */
const SILENCE = `interval '60 seconds'`;
const STOPPED = 'The server that computed it has stopped.';

const RUNS = `analysis_run, LATERAL (
  SELECT state = 'running' AND heartbeat_at < now() - ${SILENCE} AS is_silent) AS life`;
const HOW_FAR = `public_id AS id, done, total, finished_at AS "finishedAt",
  CASE WHEN is_silent THEN 'failed' ELSE state END AS state,
  CASE WHEN is_silent THEN '${STOPPED}' ELSE failure END AS failure`;

/** @returns the public id */
export async function startRun(
  database: DataSource,
  definition: RunDefinition,
  name: string | null = null,
): Promise<string> {
  const [publicId] = newPublicIds(1);
  await database.query(
    `INSERT INTO analysis_run (public_id, name, definition, lineage, date, state, total)
     VALUES ($1, $2, $3, $4, $5, 'running', $6)`,
    [
      publicId,
      name,
      definition,
      lineageOf(definition),
      definition.date,
      Number(definition.labellings),
    ],
  );
  return publicId!;
}

/** Says that the run goes on. @returns whether it still should */
export async function reportProgress(
  database: DataSource,
  publicId: string,
  done: number,
): Promise<boolean> {
  const [rows] = await database.query<[unknown[], number]>(
    `UPDATE analysis_run SET done = $2, heartbeat_at = now()
     WHERE public_id = $1 AND state = 'running' RETURNING id`,
    [publicId, done],
  );
  return rows.length > 0;
}

/** Stores the answer, and lets the oldest answers that nobody keeps expire. */
export async function finishRun(
  database: DataSource,
  publicId: string,
  run: ClusterRun,
): Promise<void> {
  await endRun(database, publicId, { state: 'done', result: JSON.stringify(run) });
  await database.query(
    `UPDATE analysis_run SET state = 'expired', result = NULL
     WHERE id IN (SELECT id FROM analysis_run WHERE name IS NULL AND result IS NOT NULL
                  ORDER BY id DESC OFFSET $1)`,
    [MOST_ANSWERS],
  );
}

/** @param failure tells whoever asked what went wrong */
export async function failRun(
  database: DataSource,
  publicId: string,
  failure: string,
): Promise<void> {
  await endRun(database, publicId, { state: 'failed', failure });
}

/** Of a run that has ended nothing changes. @throws {NotFound} */
export async function cancelRun(database: DataSource, publicId: string): Promise<void> {
  await findRun(database, publicId);
  await endRun(database, publicId, { state: 'cancelled' });
}

/**
 * @throws {NotFound}
 * @throws {Expired} if its answer was not kept
 */
export async function readRun(database: DataSource, publicId: string): Promise<Analysis> {
  const { result, ...run } = await findRun(database, publicId);
  return { ...run, result: result === null ? null : (JSON.parse(result) as ClusterRun) };
}

/**
 * What a run found.
 *
 * @throws {NotFound}
 * @throws {Expired} if its answer was not kept
 * @throws {RangeError} if it has not ended, or failed
 */
export async function readAnswer(database: DataSource, publicId: string): Promise<ClusterRun> {
  const { state, result } = await readRun(database, publicId);
  if (result === null) throw new RangeError(`The run has no clusters to tell: it is ${state}.`);
  return result;
}

/** How far some runs are; of one that is not there nothing. */
export async function readProgress(
  database: DataSource,
  publicIds: readonly string[],
): Promise<AnalysisProgress[]> {
  const rows = await database.query<
    (Omit<AnalysisProgress, 'finishedAt'> & { finishedAt: Date | null })[]
  >(`SELECT ${HOW_FAR} FROM ${RUNS} WHERE public_id = ANY ($1)`, [publicIds]);
  return rows.map((run) => ({ ...run, finishedAt: run.finishedAt?.toISOString() ?? null }));
}

/** The latest date first. */
export async function listKeptRuns(database: DataSource): Promise<KeptRuns> {
  const rows = await database.query<(KeptRuns['runs'][number] & { startedAt: Date })[]>(
    `SELECT run.public_id AS id, run.name, date::text AS date, started_at AS "startedAt", definition,
            (SELECT count(*)::integer FROM cluster_version WHERE run_id = run.id) AS clusters
     FROM analysis_run AS run WHERE run.name IS NOT NULL AND state = 'done'
     ORDER BY date DESC, run.id DESC LIMIT 1000`,
  );
  return { runs: rows.map((run) => ({ ...run, startedAt: run.startedAt.toISOString() })) };
}

type RunRow = Omit<Analysis, 'result' | 'state' | 'startedAt' | 'finishedAt'> & {
  state: Analysis['state'] | 'expired';
  result: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

async function findRun(database: DataSource, publicId: string) {
  const [row] = await database.query<RunRow[]>(
    `SELECT ${HOW_FAR}, name, date::text AS date, definition, result, started_at AS "startedAt"
     FROM ${RUNS} WHERE public_id = $1`,
    [publicId],
  );
  if (!row) throw new NotFound('analysis', publicId);
  const { state, startedAt, finishedAt, ...run } = row;
  if (state === 'expired') throw new Expired('analysis', publicId);
  return {
    ...{ ...run, state },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

async function endRun(
  database: DataSource,
  publicId: string,
  end: { state: Analysis['state']; result?: string; failure?: string },
): Promise<void> {
  await database.query(
    `UPDATE analysis_run
     SET state = $2, result = $3, failure = $4, finished_at = now(), heartbeat_at = now()
     WHERE public_id = $1 AND state = 'running'`,
    [publicId, end.state, end.result ?? null, end.failure ?? null],
  );
}
