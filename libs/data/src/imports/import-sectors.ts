import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { SECTOR_GROUPS } from '../sectors/sector-groups.js';
import {
  writeSectorGroups,
  writeSectors,
  type NewSectorGroup,
  type Written,
} from '../sectors/write-sectors.js';
import { ImportJob } from './import-job.js';
import { requiredText } from './register-fields.js';
import { RowFault } from './register-row.js';
import {
  recogniseSectorTable,
  sectorCode,
  sectorTitle,
  type GroupColumns,
  type TitleColumns,
} from './sector-tables.js';
import {
  RowReader,
  type ReadOptions,
  type ReadReport,
  type Row,
  type RowTaker,
} from './row-reader.js';
import { slugify } from './slugify.js';
import type { Table } from './table-reader.js';

export interface SectorImportOptions extends ReadOptions {
  /** Slug of the classification, `uk-sic-2007` unless said otherwise. */
  scheme?: string | undefined;
}

export interface SectorImportReport extends ReadReport {
  scheme: string;
  /** Sectors that took the title of their class are `filled`. */
  sectors: Written & { filled: number };
  groups: Written;
}

/** Imports a classification, whose titles its sectors get, or sector groups, or both. */
export async function importSectors(
  database: DataSource,
  { scheme = 'uk-sic-2007', ...options }: SectorImportOptions,
): Promise<SectorImportReport> {
  const files = options.paths.map((path) => basename(path));
  const job = await ImportJob.start(database, 'import sectors', { files, scheme });
  return job.finish(async () => {
    const reader = new RowReader(job, options);
    const tables = new SectorTables(scheme);
    await reader.read(
      (table) => tables.open(table),
      () => Promise.resolve(),
    );
    const writer = { scheme, actor: job.actor };
    const sectors = await writeSectors(database, tables.titles, writer);
    const groups = await writeSectorGroups(database, tables.groups(), writer);
    return { ...reader.report, scheme, sectors, groups };
  });
}

/** Holds what the files state: a classification has a few thousand codes. */
class SectorTables {
  readonly titles = new Map<string, string>();
  private readonly members = new Map<
    string,
    { name: string; files: Set<string>; codes: { code: string; decimals: number }[] }
  >();

  constructor(private readonly scheme: string) {}

  open({ name: file, first }: Table): RowTaker {
    const columns = recogniseSectorTable(file, first);
    const last = first.length - 1;
    return {
      hasHeader: true,
      joinsLast: columns.kind === 'titles' && columns.pairs.some(({ title }) => title === last),
      take: (row) =>
        columns.kind === 'titles' ? this.takeTitles(row, columns) : this.takeMember(row, columns),
    };
  }

  groups(): NewSectorGroup[] {
    return [...this.members].map(([slug, { name, files, codes }]) => ({
      slug,
      name,
      definition: `As in ${[...files].join(', ')}`,
      codes: [...new Set(withLostZeros(codes))].sort(),
    }));
  }

  /** The first title of a code counts. */
  private takeTitles({ fields }: Row, { pairs }: TitleColumns): void {
    for (const { code: codeColumn, title: titleColumn } of pairs) {
      const code = sectorCode(fields[codeColumn], this.scheme);
      const title = sectorTitle(fields[titleColumn]);
      if (!this.titles.has(code)) this.titles.set(code, title);
    }
  }

  private takeMember({ file, fields }: Row, columns: GroupColumns): void {
    const name = requiredText(fields[columns.group], 'sector group', 200);
    const slug = slugify(name);
    if (SECTOR_GROUPS.some((group) => group.slug === slug)) {
      throw new RowFault(`the sector group ${slug} is built in`);
    }
    const code = sectorCode(fields[columns.code], this.scheme);
    const decimals = /\.(\d+)/.exec(fields[columns.code]!)?.[1]?.length ?? 0;
    const group = this.members.get(slug) ?? { name, files: new Set<string>(), codes: [] };
    this.members.set(slug, group);
    group.files.add(file);
    group.codes.push({ code, decimals });
  }
}

/**
 * Programs that take classes for numbers cut their last zero: beside `62.01` a `26.2` is 26.20. Where
 * no code has two decimals, one decimal means a SIC group.
 */
function withLostZeros(codes: readonly { code: string; decimals: number }[]): string[] {
  const areClasses = codes.some(({ decimals }) => decimals === 2);
  return codes.map(({ code, decimals }) => (areClasses && decimals === 1 ? `${code}0` : code));
}
