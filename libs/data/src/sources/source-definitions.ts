import type { DataSource } from 'typeorm';

export interface SourceDefinition {
  slug: string;
  name: string;
  licence: string;
  attribution: string;
}

const OGL = 'Open Government Licence v3.0';

export const COMPANIES_HOUSE: SourceDefinition = {
  slug: 'companies-house',
  name: 'Companies House, free company data product',
  licence: OGL,
  attribution: 'Contains Companies House data.',
};

export const POSTCODES: SourceDefinition = {
  slug: 'postcodes',
  name: 'Postcode positions (ONSPD, NSPL, Code-Point Open or GeoNames)',
  licence: `${OGL}; GeoNames: CC BY 4.0`,
  attribution:
    'Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail ' +
    'copyright and database right; contains National Statistics data © Crown copyright and database right.',
};

export const ACCOUNTS: SourceDefinition = {
  slug: 'company-accounts',
  name: 'Employees in the accounts that companies file',
  licence: OGL,
  attribution: 'Contains Companies House data.',
};

export const BOUNDARIES: SourceDefinition = {
  slug: 'boundaries',
  name: 'Boundaries of areas',
  licence: OGL,
  attribution:
    'Contains National Statistics data © Crown copyright and database right; contains OS data © Crown ' +
    'copyright and database right.',
};

export const EMPLOYMENT: SourceDefinition = {
  slug: 'bres-employment',
  name: 'Business Register and Employment Survey, open access (ONS, from Nomis)',
  licence: OGL,
  attribution: 'Contains National Statistics data © Crown copyright and database right.',
};

/** The id that `ensureSource` would give; 0 while there is no such source. */
export async function findSource(database: DataSource, slug: string): Promise<number> {
  const [row] = await database.query<{ id: number }[]>(`SELECT id FROM source WHERE slug = $1`, [
    slug,
  ]);
  return row?.id ?? 0;
}

export async function ensureSource(
  database: DataSource,
  source: SourceDefinition,
): Promise<number> {
  const [row] = await database.query<{ id: number }[]>(
    `INSERT INTO source (slug, name, licence, attribution) VALUES ($1, $2, $3, $4)
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id`,
    [source.slug, source.name, source.licence, source.attribution],
  );
  return row!.id;
}
