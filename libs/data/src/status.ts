import type { DataSource } from 'typeorm';

/** What a database holds. */
export interface Status {
  /** Versions of PostgreSQL and PostGIS. */
  engine: string;
  /** Rows by table. */
  tables: Record<string, number>;
  sources: {
    slug: string;
    name: string;
    records: number;
    /** Records that have left the source. */
    left: number;
    newestEdition: string | null;
  }[];
  locations: { located: number; unlocated: number; byPrecision: Record<string, number> };
  /** Postcodes with more than 500 live registrations, most first. */
  massAddresses: { postcode: string; businesses: number }[];
}

const TABLES = [
  'business',
  'business_location',
  'business_sector',
  'source_record',
  'sector',
  'sector_group',
  'hub',
  'postcode',
  'area',
  'employment_edition',
  'employment',
  'change',
  'job',
];

export async function readStatus(database: DataSource): Promise<Status> {
  const [engine] = await database.query<{ version: string }[]>(
    `SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || PostGIS_Lib_Version() AS version`,
  );
  const tables: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await database.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${table}`,
    );
    tables[table] = row!.count;
  }
  const byPrecision = await database.query<{ precision: string | null; count: number }[]>(
    `SELECT precision, count(*)::integer AS count FROM business_location GROUP BY precision ORDER BY precision`,
  );
  const unlocated = byPrecision.find(({ precision }) => precision === null)?.count ?? 0;
  return {
    engine: engine!.version,
    tables,
    sources: await database.query<Status['sources']>(
      `SELECT slug, name, count(record.id)::integer AS records,
              count(record.left_on)::integer AS "left", max(record.last_seen_on)::text AS "newestEdition"
       FROM source LEFT JOIN source_record AS record ON record.source_id = source.id
       GROUP BY source.id ORDER BY source.id`,
    ),
    locations: {
      located: tables['business_location']! - unlocated,
      unlocated,
      byPrecision: Object.fromEntries(
        byPrecision.map(({ precision, count }) => [precision ?? 'none', count]),
      ),
    },
    massAddresses: await database.query<Status['massAddresses']>(
      `SELECT postcode, count(*)::integer AS businesses
       FROM business_location AS location JOIN business ON business.id = business_id
       WHERE kind = 'registered' AND valid_to IS NULL AND ended_on IS NULL AND position IS NOT NULL
       GROUP BY postcode HAVING count(*) > 500 ORDER BY count(*) DESC, postcode`,
    ),
  };
}
