import { trackClusters, type Snapshot } from '@cluster-atlas/analytics';
import type { ClusterRun } from '@cluster-atlas/contract';
import type { DataSource, EntityManager } from 'typeorm';
import { resolveSelection } from '../analyses/selection.js';
import { newPublicIds } from '../businesses/public-id.js';
import { recordChange } from '../changes/record-changes.js';
import {
  findClusters,
  type ClusterSources,
  type FoundClusters,
} from '../clusters/find-clusters.js';
import { placesToCluster } from '../clusters/places-to-cluster.js';
import { snapshotOf } from '../clusters/snapshot-clusters.js';
import { lineageOf, type RunDefinition } from './run-definition.js';
import { startRun } from './run-records.js';

interface KeptVersion {
  clusterId: number;
  members: number[];
}

export interface KeptRun {
  id: string;
  run: ClusterRun;
}

/**
 * Finds clusters and keeps them under a name: the answer, who is in them, and which cluster is which.
 *
 * A cluster has the permanent id of the one that it goes on from in the kept run before it, of the
 * same definition at the same date or an earlier one: most of its businesses that were alive at both
 * dates, as in a history. Any other has a new id.
 */
export async function keepRun(
  sources: ClusterSources,
  definition: RunDefinition,
  { name, actor }: { name: string; actor: string },
): Promise<KeptRun> {
  const { database } = sources;
  const found = await findClusters(sources, definition);
  const before = await versionsBefore(database, definition);
  const heirs = await heirsOf(sources, { definition, found, before });
  const id = await startRun(database, definition, name);
  return database.transaction(async (manager) => {
    const clusters = await identify(manager, definition, heirs);
    const run = {
      ...found.run,
      clusters: found.run.clusters.map((cluster, i) => ({ ...cluster, id: clusters[i]!.publicId })),
    };
    const [[row]] = await manager.query<[{ id: number }[], number]>(
      `UPDATE analysis_run SET state = 'done', result = $2, finished_at = now()
       WHERE public_id = $1 RETURNING id`,
      [id, JSON.stringify(run)],
    );
    await addVersions(manager, row!.id, { run, found, clusters });
    await recordChange(manager, { actor, kind: 'analysis.kept', entityIds: [row!.id] });
    return { id, run };
  });
}

/** The clusters of the kept run that comes before one of this definition; empty if there is none. */
async function versionsBefore(
  database: DataSource,
  definition: RunDefinition,
): Promise<{ date: string; versions: KeptVersion[] }> {
  const [run] = await database.query<{ id: number; date: string }[]>(
    `SELECT id, date::text AS date FROM analysis_run
     WHERE lineage = $1 AND date <= $2 AND name IS NOT NULL AND state = 'done'
     ORDER BY analysis_run.date DESC, id DESC LIMIT 1`,
    [lineageOf(definition), definition.date],
  );
  if (!run) return { date: definition.date, versions: [] };
  const versions = await database.query<KeptVersion[]>(
    `SELECT cluster_id AS "clusterId", members FROM cluster_version WHERE run_id = $1 ORDER BY number`,
    [run.id],
  );
  return { date: run.date, versions };
}

/** Of each found cluster, the kept one that it goes on from; null for a new one. */
async function heirsOf(
  { database, store }: ClusterSources,
  {
    definition,
    found,
    before,
  }: {
    definition: RunDefinition;
    found: FoundClusters;
    before: { date: string; versions: KeptVersion[] };
  },
): Promise<(number | null)[]> {
  if (before.versions.length === 0) return found.members.map(() => null);
  const at = async (date: string) => {
    const selection = await resolveSelection(database, { ...definition, date });
    return (await placesToCluster(store, selection, definition.weight)).placed;
  };
  const now = snapshotOf(await at(definition.date), found.members);
  const earlier = withClusters(snapshotOf(await at(before.date), []), before.versions);
  const { identities } = trackClusters([earlier, now]);
  return identities[1]!.map((identity) => before.versions[identity]?.clusterId ?? null);
}

/** Who was there, in the clusters of then. */
function withClusters(everyone: Snapshot, versions: readonly KeptVersion[]): Snapshot {
  const clusterOf = new Map(
    versions.flatMap(({ members }, cluster) => members.map((id) => [id, cluster] as const)),
  );
  return {
    ...everyone,
    clusters: versions.length,
    clusterOf: Int32Array.from(everyone.members, (id) => clusterOf.get(id) ?? -1),
  };
}

/** Gives an id to each cluster that has none yet. */
async function identify(
  manager: EntityManager,
  definition: RunDefinition,
  heirs: readonly (number | null)[],
): Promise<{ id: number; publicId: string }[]> {
  const fresh = newPublicIds(heirs.filter((heir) => heir === null).length);
  const rows = await manager.query<{ id: number; publicId: string }[]>(
    `WITH added AS (
       INSERT INTO cluster (public_id, lineage) SELECT unnest($1::text[]), $2
       RETURNING id, public_id
     )
     SELECT id, public_id AS "publicId" FROM added
     UNION ALL SELECT id, public_id FROM cluster WHERE id = ANY ($3::integer[])`,
    [fresh, lineageOf(definition), heirs.filter((heir) => heir !== null)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isFresh = new Set(fresh);
  const added = rows.filter(({ publicId }) => isFresh.has(publicId)).values();
  return heirs.map((heir) => (heir === null ? added.next().value! : byId.get(heir)!));
}

async function addVersions(
  manager: EntityManager,
  runId: number,
  {
    run,
    found,
    clusters,
  }: { run: ClusterRun; found: FoundClusters; clusters: readonly { id: number }[] },
): Promise<void> {
  for (const [number, { slug, name, size, outline }] of run.clusters.entries()) {
    const { ids, isCore, probabilities } = found.members[number]!;
    await manager.query(
      `INSERT INTO cluster_version
         (run_id, number, cluster_id, slug, name, size, outline, members, is_core, probabilities)
       VALUES ($1, $2, $3, $4, $5, $6, ST_SetSRID(ST_GeomFromGeoJSON($7), 4326), $8, $9, $10)`,
      [
        ...[runId, number, clusters[number]!.id, slug, name, size],
        JSON.stringify(outline),
        ...[[...ids], isCore, probabilities && [...probabilities]],
      ],
    );
  }
}
