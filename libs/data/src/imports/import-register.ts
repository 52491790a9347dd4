import type { BusinessColumn, ColumnNames, ShownMapping } from '@cluster-atlas/contract';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { settleBusinessTables } from '../businesses/settle-tables.js';
import type { LocationKind } from '../businesses/business-location.entity.js';
import {
  COMPANIES_HOUSE,
  ensureSource,
  findSource,
  type SourceDefinition,
} from '../sources/source-definitions.js';
import { commonEdition } from './edition.js';
import { IdSet } from './id-set.js';
import { ImportJob } from './import-job.js';
import { countLeaving, keepRefused, markLeft } from './mark-left.js';
import { RegisterImport } from './register-import.js';
import type { WriterOptions } from './register-writer.js';
import { RowReader, type ReadOptions, type ReadReport } from './row-reader.js';

export interface RegisterImportOptions extends ReadOptions {
  source: SourceDefinition;
  /** ISO date of the edition; else it is taken from the files' names. */
  asOf?: string | undefined;
  /** The files hold the whole register: who is missing from them has left it. */
  complete?: boolean | undefined;
  /** Of a complete register: lets more than half of it leave. */
  force?: boolean | undefined;
  /** Corrects the columns that are guessed from the headers. */
  columnNames?: ColumnNames<BusinessColumn> | undefined;
  locationKind?: LocationKind | undefined;
  /** Reads, checks and compares everything, and writes nothing. */
  dryRun?: boolean | undefined;
}

export interface RegisterImportReport extends ReadReport, ShownMapping {
  source: string;
  dryRun: boolean;
  imported: number;
  /** New to this list, of companies that the register of companies holds: no new businesses. */
  joined: number;
  updated: number;
  unchanged: number;
  /** Skipped, because a newer edition of them is held. */
  older: number;
  /** Marked as having left the register. */
  left: number;
  located: number;
  unlocated: number;
  edition: string;
  warnings: string[];
}

/** Imports a register of businesses. Running it again is safe, also after a kill -9. */
export async function importRegister(
  database: DataSource,
  options: RegisterImportOptions,
): Promise<RegisterImportReport> {
  const { source, dryRun = false, complete = false, locationKind = 'registered' } = options;
  const files = options.paths.map((path) => basename(path));
  const { edition, isKnown } = commonEdition(files, options.asOf);
  const sourceId = dryRun
    ? await findSource(database, source.slug)
    : await ensureSource(database, source);
  const job = dryRun
    ? ImportJob.rehearsal()
    : await ImportJob.start(database, `import ${source.slug}`, { files, edition });
  return job.finish(async () => {
    const writer = { sourceId, edition, actor: job.actor, locationKind, seen: new IdSet() };
    const register = new RegisterImport(database, new RowReader(job, options), {
      writer,
      isRegister: source.slug === COMPANIES_HOUSE.slug,
      columnNames: options.columnNames ?? {},
      dryRun,
    });
    await register.read();
    if (complete && register.taken === 0) {
      throw new Error(
        'no row of the files was taken, so they do not hold the whole register: nobody was marked as having left',
      );
    }
    const left = complete && !dryRun ? await leave(database, writer, register, options) : 0;
    if (!dryRun) await settleBusinessTables(database);
    const warnings = [...register.warnings];
    if (!isKnown) {
      warnings.push(
        `No edition date in the file name: taken as today, ${edition}. Give it with --as-of.`,
      );
    }
    if (complete && register.keyless > 0) {
      warnings.push(
        `${register.keyless} rejected rows do not tell whom they are of, who may now count as having left.`,
      );
    }
    return { ...register.report, source: source.slug, dryRun, left, edition, warnings };
  });
}

/**
 * @throws {Error} if more than half would leave and nobody said that they shall
 */
async function leave(
  database: DataSource,
  writer: WriterOptions,
  { refusedKeys }: RegisterImport,
  { source, force = false }: RegisterImportOptions,
): Promise<number> {
  await keepRefused(database, writer, refusedKeys);
  const { staying, leaving } = await countLeaving(database, writer);
  if (leaving > staying && !force) {
    throw new Error(
      `the edition ${writer.edition} holds ${staying} of the ${staying + leaving} businesses that ` +
        `${source.slug} had, and ${leaving} would leave: more than half, so nobody was marked as having left. ` +
        'Was it the whole register? Then import it again with --force',
    );
  }
  return markLeft(database, writer);
}
