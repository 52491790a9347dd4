import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { findRecords } from '../imports/register-batch.js';
import { insertSectors } from '../imports/write-sectors-of-businesses.js';
import type { SectorDirectory } from '../sectors/sector-directory.js';
import type { DemoBusiness } from './generate-demo.js';

export interface DemoWriterOptions {
  sourceId: number;
  /** Holds every sector of the demo. */
  sectors: SectorDirectory;
  actor: string;
}

/**
 * Writes those of a batch that are not there yet, in one transaction.
 *
 * @returns those that it wrote
 */
export async function writeDemoBatch(
  database: DataSource,
  businesses: readonly DemoBusiness[],
  { sourceId, sectors, actor }: DemoWriterOptions,
): Promise<DemoBusiness[]> {
  return database.transaction(async (manager) => {
    // one load at a time, so that two of them cannot both create a business
    await manager.query(`SELECT id FROM source WHERE id = $1 FOR UPDATE`, [sourceId]);
    const keys = businesses.map(({ externalId }) => externalId);
    const known = await findRecords(manager, sourceId, keys);
    const missing = businesses.filter(({ externalId }) => !known.has(externalId));
    if (missing.length === 0) return [];
    const ids = await insertBusinesses(manager, missing);
    await insertRecords(manager, { ids, businesses: missing, sourceId });
    await insertDemoLocations(manager, { ids, businesses: missing, sourceId });
    const classified = missing.map((business, index) => ({
      businessId: ids[index]!,
      row: { sectorIds: business.sectors.map((sector) => sectors.id(sector)) },
    }));
    await insertSectors(manager, classified);
    await recordChange(manager, { actor, kind: 'business.created', entityIds: ids });
    return missing;
  });
}

async function insertBusinesses(
  manager: EntityManager,
  businesses: readonly DemoBusiness[],
): Promise<number[]> {
  const sequence = await manager.query<{ id: number }[]>(
    `SELECT nextval('business_id_seq')::integer AS id FROM generate_series(1, $1)`,
    [businesses.length],
  );
  const ids = sequence.map(({ id }) => id);
  await manager.query(
    `INSERT INTO business (id, public_id, name, status, category, started_on, ended_on, jobs_low, jobs_high, jobs_on)
     SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[],
                          $6::date[], $7::date[], $8::integer[], $9::integer[], $10::date[])`,
    [
      ids,
      businesses.map(({ publicId }) => publicId),
      businesses.map(({ name }) => name),
      businesses.map(({ status }) => status),
      businesses.map(({ category }) => category),
      businesses.map(({ startedOn }) => startedOn),
      businesses.map(({ endedOn }) => endedOn),
      businesses.map(({ jobsLow }) => jobsLow),
      businesses.map(({ jobsHigh }) => jobsHigh),
      businesses.map(({ jobsLow, endedOn, lastSeenOn }) =>
        jobsLow === null ? null : (endedOn ?? lastSeenOn),
      ),
    ],
  );
  return ids;
}

interface Batch {
  ids: readonly number[];
  businesses: readonly DemoBusiness[];
  sourceId: number;
}

async function insertRecords(manager: EntityManager, batch: Batch): Promise<void> {
  const { ids, businesses, sourceId } = batch;
  await manager.query(
    `INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
     SELECT $1, row.*
     FROM unnest($2::text[], $3::integer[], $4::uuid[], $5::date[], $6::date[]) AS row`,
    [
      sourceId,
      businesses.map(({ externalId }) => externalId),
      ids,
      businesses.map((business) =>
        createHash('md5').update(JSON.stringify(business)).digest('hex'),
      ),
      businesses.map(({ firstSeenOn }) => firstSeenOn),
      businesses.map(({ lastSeenOn }) => lastSeenOn),
    ],
  );
}

async function insertDemoLocations(manager: EntityManager, batch: Batch): Promise<void> {
  const { ids, businesses, sourceId } = batch;
  const rows = businesses.flatMap(({ locations }, index) =>
    locations.map((location) => ({ ...location, businessId: ids[index]! })),
  );
  await manager.query(
    `INSERT INTO business_location
       (source_id, precision, business_id, kind, address, position, easting, northing, valid_from, valid_to)
     SELECT $1, 'given', business_id, kind, address,
            ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), easting, northing, valid_from, valid_to
     FROM unnest($2::integer[], $3::text[], $4::text[], $5::float8[], $6::float8[],
                 $7::float8[], $8::float8[], $9::date[], $10::date[])
       AS row (business_id, kind, address, longitude, latitude, easting, northing, valid_from, valid_to)`,
    [
      sourceId,
      rows.map(({ businessId }) => businessId),
      rows.map(({ kind }) => kind),
      rows.map(({ address }) => address),
      rows.map(({ longitude }) => longitude),
      rows.map(({ latitude }) => latitude),
      rows.map(({ easting }) => easting),
      rows.map(({ northing }) => northing),
      rows.map(({ validFrom }) => validFrom),
      rows.map(({ validTo }) => validTo),
    ],
  );
}
