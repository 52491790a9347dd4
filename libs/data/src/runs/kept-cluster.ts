import type { KeptCluster } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { NotFound } from '../not-found.js';

/** A cluster through the kept runs. @throws {NotFound} if no run has it */
export async function readKeptCluster(
  database: DataSource,
  publicId: string,
): Promise<KeptCluster> {
  const versions = await database.query<KeptCluster['versions']>(
    `SELECT run.public_id AS run, run.name AS "runName", run.date::text AS date,
            version.slug, version.name, version.size
     FROM cluster
     JOIN cluster_version AS version ON version.cluster_id = cluster.id
     JOIN analysis_run AS run ON run.id = version.run_id
     WHERE cluster.public_id = $1 ORDER BY run.date, run.id LIMIT 1000`,
    [publicId],
  );
  const latest = versions.at(-1);
  if (!latest) throw new NotFound('cluster', publicId);
  return { id: publicId, name: latest.name, versions };
}

/** @throws {NotFound} if no run of the id is kept */
export async function forgetRun(
  database: DataSource,
  publicId: string,
  actor: string,
): Promise<void> {
  await database.transaction(async (manager) => {
    const [rows] = await manager.query<[{ id: number }[], number]>(
      `DELETE FROM analysis_run WHERE public_id = $1 AND name IS NOT NULL RETURNING id`,
      [publicId],
    );
    if (rows.length === 0) throw new NotFound('analysis', publicId);
    const entityIds = rows.map(({ id }) => id);
    await recordChange(manager, { actor, kind: 'analysis.forgotten', entityIds });
  });
}
