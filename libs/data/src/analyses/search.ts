import type { SearchResults } from '@cluster-atlas/contract';
import { normalisePostcode } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';

const MOST_HUBS = 5;
const MOST_POSTCODES = 5;
const MOST_BUSINESSES = 10;

/** Finds hubs, postcodes and businesses by what somebody types. */
export async function search(database: DataSource, text: string): Promise<SearchResults> {
  return {
    hubs: await database.query<SearchResults['hubs']>(
      `SELECT slug, name, ST_X(position) AS longitude, ST_Y(position) AS latitude FROM hub
       WHERE strpos(lower(name), lower($1)) > 0
       ORDER BY strpos(lower(name), lower($1)), name LIMIT ${MOST_HUBS}`,
      [text],
    ),
    postcodes: await findPostcodes(database, text),
    businesses: await findBusinesses(database, text),
  };
}

/** `s11 9pa`, or its sector or outcode. */
function findPostcodes(database: DataSource, text: string): Promise<SearchResults['postcodes']> {
  const code = normalisePostcode(text) ?? text.toUpperCase().replace(/\s+/g, ' ');
  return database.query<SearchResults['postcodes']>(
    `SELECT code, longitude, latitude FROM postcode WHERE code = $1 LIMIT ${MOST_POSTCODES}`,
    [code],
  );
}

const FOUND = `
  SELECT public_id AS id, name, location.postcode, ST_X(position) AS longitude, ST_Y(position) AS latitude
  FROM (`;
const WITH_LOCATION = `) AS business
  LEFT JOIN LATERAL (
    SELECT postcode, position FROM business_location
    WHERE business_id = business.id AND valid_to IS NULL ORDER BY position IS NULL, id LIMIT 1
  ) AS location ON true`;

/** So many of each kind are ranked: a common word is in a hundred thousand names. */
const MOST_RANKED = 1_000;

const BEST_FIRST = `ORDER BY NOT starts_with(lower(name), lower($2)), length(name), name, business.id`;

/**
 * Those whose names begin with the text, in their order, so that a name that equals it is always among
 * them; and any that have its words.
 */
const BY_WORDS = `SELECT id, public_id, name FROM business WHERE id IN (
    (SELECT id FROM business
     WHERE lower(name) COLLATE "C" >= lower($2) AND lower(name) COLLATE "C" < lower($2) || chr(${0x10ffff})
     ORDER BY lower(name) COLLATE "C" LIMIT ${MOST_RANKED})
    UNION
    (SELECT id FROM business
     WHERE to_tsvector('simple', name) @@ to_tsquery('simple', $1) LIMIT ${MOST_RANKED}))
  ${BEST_FIRST} LIMIT ${MOST_BUSINESSES}`;

/** Names that have every word, the last perhaps unfinished; where there are none, names alike. */
async function findBusinesses(
  database: DataSource,
  text: string,
): Promise<SearchResults['businesses']> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const query = words.map((word) => `'${word}'`).join(' & ') + ':*';
  const byWords = await database.query<SearchResults['businesses']>(
    `${FOUND} ${BY_WORDS} ${WITH_LOCATION} ${BEST_FIRST}`,
    [query, text.trim().replace(/\s+/g, ' ')],
  );
  if (byWords.length > 0) return byWords;
  return database.query<SearchResults['businesses']>(
    `${FOUND} SELECT id, public_id, name FROM business
       WHERE name % $1 ORDER BY similarity(name, $1) DESC, id LIMIT ${MOST_BUSINESSES} ${WITH_LOCATION}`,
    [text],
  );
}
