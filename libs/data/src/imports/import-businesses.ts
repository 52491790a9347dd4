import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { COMPANIES_HOUSE, type SourceDefinition } from '../sources/source-definitions.js';
import {
  importRegister,
  type RegisterImportOptions,
  type RegisterImportReport,
} from './import-register.js';
import { openInput } from './input-file.js';
import { slugify } from './slugify.js';
import { readTable } from './table-reader.js';

export interface BusinessImportOptions extends Omit<RegisterImportOptions, 'source'> {
  /** Names the list, so that it can come again; else it is told from the columns. */
  sourceName?: string | undefined;
}

/**
 * Imports any list of businesses, CSV or GeoJSON points, with columns that are guessed and can be
 * corrected. With the columns of Companies House it is a part of that register: its records and
 * those of the register are the same.
 *
 * @throws {RangeError} if a complete list has no name
 */
export async function importBusinesses(
  database: DataSource,
  { sourceName, ...options }: BusinessImportOptions,
): Promise<RegisterImportReport> {
  const source = sourceName === undefined ? await recognise(options.paths[0]!) : named(sourceName);
  if (options.complete && source === OWN_LIST) {
    throw new RangeError('--complete needs --source: which list is complete?');
  }
  const locationKind = source.slug === COMPANIES_HOUSE.slug ? 'registered' : 'trading';
  return importRegister(database, {
    ...options,
    source,
    locationKind: options.locationKind ?? locationKind,
  });
}

const OWN_LIST: SourceDefinition = {
  slug: 'business-list',
  name: 'Businesses loaded by the operator',
  licence: 'As the operator states',
  attribution: '',
};

function named(name: string): SourceDefinition {
  const slug = slugify(name);
  if (slug === '') throw new RangeError(`“${name}” names no source`);
  return slug === COMPANIES_HOUSE.slug ? COMPANIES_HOUSE : { ...OWN_LIST, slug, name };
}

/** By the header of the first file. */
async function recognise(path: string): Promise<SourceDefinition> {
  for await (const input of openInput(path, () => {})) {
    const { first } = await readTable(input);
    const header = first.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    const isRegister = header.includes('companynumber') && header.includes('siccodesictext1');
    return isRegister ? COMPANIES_HOUSE : OWN_LIST;
  }
  throw new Error(`${basename(path)} holds no table`);
}
