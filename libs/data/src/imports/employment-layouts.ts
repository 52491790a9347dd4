import {
  guessColumns,
  mapColumns,
  showMapping,
  type ColumnNames,
  type ShownMapping,
} from '@cluster-atlas/contract';
import type { NewEmployment } from '../employment/write-employment.js';
import {
  EMPLOYMENT_COLUMNS,
  isTotalEmployment,
  readArea,
  readEmploymentFigure,
  readJobs,
  readSector,
  readYear,
  type EmploymentColumn,
} from './employment-figures.js';
import { RowFault } from './register-row.js';
import type { Table } from './table-reader.js';

export interface LayoutOptions {
  columnNames: ColumnNames<EmploymentColumn>;
  /** What the areas are; else their codes tell. */
  kind: string | undefined;
  /** Of a table that tells none. */
  year: string | undefined;
}

/** How a table's rows are read: one figure in each, or one for each industry. */
export interface EmploymentLayout extends ShownMapping {
  /** Faults of single figures are among them. @throws {RowFault} if the whole row is unusable */
  read: (fields: readonly string[]) => (NewEmployment | RowFault)[];
}

/** Whether a line may be the header below the title lines of a table from Nomis. */
export function isEmploymentHeader(fields: readonly string[]): boolean {
  const { area, areaName, industry, industryName, jobs } = guessColumns(EMPLOYMENT_COLUMNS, fields);
  const hasArea = area !== undefined || areaName !== undefined;
  if (hasArea && industryColumns(fields).length > 0) return true;
  return hasArea && jobs !== undefined && (industry !== undefined || industryName !== undefined);
}

/** @throws {RangeError} if columns are missing, or the table is of something else */
export function employmentLayout(table: Table, options: LayoutOptions): EmploymentLayout {
  const industries = industryColumns(table.first);
  return industries.length > 0
    ? wideLayout(table, industries, options)
    : longLayout(table, options);
}

function longLayout({ name: file, first }: Table, options: LayoutOptions): EmploymentLayout {
  const mapping = mapColumns(EMPLOYMENT_COLUMNS, first, { file, names: options.columnNames });
  const has = (...columns: EmploymentColumn[]) =>
    columns.some((column) => mapping[column] !== undefined);
  const isFit =
    has('date') && has('area', 'areaName') && has('industry', 'industryName') && has('jobs');
  if (!isFit) {
    throw new RangeError(
      `${file} needs columns for the year, the code of the area, the code of the industry and the jobs (${first.join(', ').slice(0, 500)})`,
    );
  }
  return {
    ...showMapping(first, mapping),
    read: (fields) => [readEmploymentFigure(fields, mapping, options.kind)],
  };
}

/** A table from Nomis: areas down, industries across, and above them what it is of. */
function wideLayout(
  { name: file, first, titles }: Table,
  industries: readonly number[],
  { columnNames: names, kind, year: saidYear }: LayoutOptions,
): EmploymentLayout {
  const { area, areaName } = mapColumns(EMPLOYMENT_COLUMNS, first, { file, names });
  const status = titleValue(titles, /^employment status$/i);
  if (status !== undefined && !isTotalEmployment(status)) {
    throw new RangeError(`${file} is of “${status}”: only all employment is taken`);
  }
  const year = titleValue(titles, /^(date|year)$/i) ?? saidYear;
  if (year === undefined) throw new RangeError(`${file} tells no year: say it with --year`);
  return {
    mapping: showMapping(first, { area, areaName }).mapping,
    unmapped: first.filter((_, i) => i !== area && i !== areaName && !industries.includes(i)),
    read: (fields) => {
      const of = { ...readArea(fields[area!], fields[areaName!], kind), year: readYear(year) };
      return industries.map((column) => {
        try {
          return { ...of, ...readSector(undefined, first[column]), jobs: readJobs(fields[column]) };
        } catch (fault) {
          if (!(fault instanceof RowFault)) throw fault;
          return new RowFault(`${first[column]!.slice(0, 60)}: ${fault.message}`);
        }
      });
    },
  };
}

/** Columns that are headed by an industry, as `62 : Computer programming`. */
function industryColumns(header: readonly string[]): number[] {
  return [...header.keys()].filter((i) => /^\d{2,5} : /.test(header[i]!));
}

function titleValue(titles: Table['titles'], name: RegExp): string | undefined {
  return titles.find(([first = '']) => name.test(first.replace(/:$/, '').trim()))?.[1];
}
