import { csvLine, type AddressList } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { busiestAddresses, type BusyAddress, type PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { inTurns } from '../analyses/in-turns.js';
import { describeBasis, type Asked } from './describe-coverage.js';

/** The addresses that most of the selected businesses share, mass addresses among them. */
export async function listAddresses(
  { database, store }: { database: DataSource; store: PointStore },
  { query, selection }: Asked,
  most: number,
): Promise<AddressList> {
  const options = { box: query.bbox ?? null, most };
  const found = await inTurns(store, () => busiestAddresses(store, selection, options));
  const addresses = await readAddresses(database, found);
  const items = found.map((address, i) => {
    const { easting, northing, businesses } = address;
    const postcode = store.postcodeOf(address.postcode);
    const isMassAddress = postcode !== null && store.isMassAddress(postcode);
    return {
      ...{ postcode, address: addresses[i]!, easting, northing },
      ...fromNationalGrid(easting, northing),
      businesses,
      registrations: postcode === null ? null : store.registrationsAt(postcode),
      isMassAddress,
      isLeftOut: isMassAddress && selection.massAddresses === 'exclude',
    };
  });
  return { items, definition: describeBasis({ query, selection }), warnings: [] };
}

/** As the business with the least id there states it. */
async function readAddresses(
  database: DataSource,
  found: readonly BusyAddress[],
): Promise<(string | null)[]> {
  const rows = await database.query<{ address: string | null }[]>(
    `SELECT (SELECT min(address) FROM business_location
             WHERE business_id = found.business AND easting = found.easting AND northing = found.northing)
       AS address
     FROM unnest($1::integer[], $2::float8[], $3::float8[]) WITH ORDINALITY
       AS found (business, easting, northing, position)
     ORDER BY found.position`,
    [
      found.map(({ business }) => business),
      found.map(({ easting }) => easting),
      found.map(({ northing }) => northing),
    ],
  );
  return rows.map(({ address }) => address);
}

const COLUMNS = [
  ['postcode', 'postcode'],
  ['address', 'address'],
  ['businesses', 'businesses'],
  ['registrations', 'registrations'],
  ['is_mass_address', 'isMassAddress'],
  ['is_left_out', 'isLeftOut'],
  ['easting', 'easting'],
  ['northing', 'northing'],
  ['longitude', 'longitude'],
  ['latitude', 'latitude'],
] as const;

/** A line for each address. */
export function addressCsv({ items }: Pick<AddressList, 'items'>): string {
  const lines = items.map((item) =>
    csvLine(
      COLUMNS.map(([, key]) => {
        const value = item[key];
        return typeof value === 'boolean' ? String(value) : value;
      }),
    ),
  );
  return csvLine(COLUMNS.map(([header]) => header)) + lines.join('');
}
