import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env['ATLAS_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));

/** A file of the real data that lies beside the repository. */
export function sharedData(path: string): string {
  return `${FOLDER}/data/${path}`;
}

/** What other programs computed, to compare with. */
export function sharedOracle(path: string): string {
  return `${FOLDER}/oracles/${path}`;
}

/** The postcode areas that South Yorkshire's companies and Greater Manchester lie in. */
export const POSTCODE_FILES = ['S', 'DN', 'HD', 'WF', 'DE', 'M', 'BL', 'OL', 'SK', 'WN', 'WA'].map(
  (area) => sharedData(`postcodes-uk-nspl/areas/${area}.csv.gz`),
);

export const SOUTH_YORKSHIRE = sharedData(
  'companies-house-south-yorkshire/BasicCompanyData-2024-11-01-south-yorkshire-55col.csv.gz',
);
