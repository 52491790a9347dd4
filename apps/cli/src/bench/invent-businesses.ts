import type { OpenDatabase } from '@cluster-atlas/data';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { generateFirms } from './generate-places.js';

const BATCH = 50_000;
/** UK SIC 2007; every fifth firm is digital. */
const SECTORS = ['62012', '47110', '41202', '56101', '68209'];

/**
 * Fills a new database with invented firms, many at one address as in a register of companies.
 *
 * @returns where that address is
 */
export async function inventBusinesses(
  database: OpenDatabase['database'],
  count: number,
): Promise<{ longitude: number; latitude: number }> {
  // nobody searches here, and these two take longer than all the rest
  await database.query(`DROP INDEX business_name_words, business_name_trigrams`);
  await database.query(ADD_SECTORS, [SECTORS]);
  const { xs, ys } = generateFirms(count);
  const [source] = await database.query<{ id: number }[]>(
    `INSERT INTO source (slug, name, licence, attribution)
     VALUES ('bench', 'Invented', 'none', 'Invented') RETURNING id`,
  );
  for (let from = 0; from < count; from += BATCH) {
    const eastings = Array.from(xs.subarray(from, from + BATCH));
    const northings = Array.from(ys.subarray(from, from + BATCH));
    const places = eastings.map((easting, i) => fromNationalGrid(easting, northings[i]!));
    await database.query(INSERT, [
      ...[from, source!.id, SECTORS, eastings, northings],
      places.map(({ longitude }) => longitude),
      places.map(({ latitude }) => latitude),
    ]);
  }
  await database.query(`ANALYZE`);
  return fromNationalGrid(xs[0]!, ys[0]!);
}

const ADD_SECTORS = `
  INSERT INTO sector (scheme_id, code, title)
  SELECT id, code, 'Invented ' || code
  FROM sector_scheme, unnest($1::text[]) AS code WHERE slug = 'uk-sic-2007'`;

const INSERT = `
  WITH given AS (
    SELECT $1::integer + row_number AS number, easting, northing, longitude, latitude
    FROM unnest($4::float8[], $5::float8[], $6::float8[], $7::float8[]) WITH ORDINALITY
      AS row (easting, northing, longitude, latitude, row_number)
  ), added AS (
    INSERT INTO business (id, public_id, name, status, started_on)
    SELECT number, 'bench ' || number, 'Firm ' || number, 'Active', DATE '2015-01-01' FROM given
  ), placed AS (
    INSERT INTO business_location
      (business_id, kind, position, easting, northing, precision, source_id)
    SELECT number, 'registered', ST_Point(longitude, latitude, 4326), easting, northing, 'given', $2
    FROM given
  )
  INSERT INTO business_sector (business_id, position, sector_id)
  SELECT number, 1, sector.id FROM given
  JOIN sector ON sector.code = ($3::text[])[1 + number % cardinality($3::text[])]
  JOIN sector_scheme AS scheme ON scheme.id = scheme_id AND scheme.slug = 'uk-sic-2007'`;
