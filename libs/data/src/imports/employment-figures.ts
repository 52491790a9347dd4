import { fieldReader, type ColumnMapping, type ReadField } from '@cluster-atlas/contract';
import { kindOfArea, normaliseAreaCode } from '../areas/area-code.js';
import type { NewEmployment } from '../employment/write-employment.js';
import { SIC_2007_SECTIONS } from '../sectors/sic-2007.js';
import { optionalText, requiredText } from './register-fields.js';
import { RowFault } from './register-row.js';

/**
 * Of a file of jobs by area and industry, with the header names known for each (letters and digits
 * only). Nomis has numbers of its own beside names and codes (`GEOGRAPHY`, `INDUSTRY`): they are not read.
 */
export const EMPLOYMENT_COLUMNS = {
  date: /^(date|year|datename)$/,
  area: /^(geography|area|region|itl|ltla|lad|msoa)(code|cd)$|^mnemonic$|^region$/,
  areaName: /^(geography|area|region)name$|^area$/,
  industry: /^industrycode$|^sic(2007)?(code)?\d?$/,
  industryName: /^industryname$/,
  jobs: /^(obsvalue|count|employment|jobs|value)$/,
  status: /^employmentstatusname$/,
  measure: /^measures?name$/,
} as const;

export type EmploymentColumn = keyof typeof EMPLOYMENT_COLUMNS;

const DIVISIONS = new Set(SIC_2007_SECTIONS.flatMap(({ divisions }) => Object.keys(divisions)));

/** @throws {RowFault} if the row is unusable */
export function readEmploymentFigure(
  fields: readonly string[],
  mapping: ColumnMapping<EmploymentColumn>,
  kind: string | undefined,
): NewEmployment {
  const field = fieldReader(mapping, fields);
  checkMeasure(field);
  return {
    ...readArea(field('area'), field('areaName'), kind),
    ...readSector(field('industry'), field('industryName')),
    year: readYear(field('date')),
    jobs: readJobs(field('jobs')),
  };
}

/** Only all jobs are comparable: employees alone, or percentages, would be added up with them. */
function checkMeasure(field: ReadField<EmploymentColumn>): void {
  const status = optionalText(field('status'));
  if (status !== null && !isTotalEmployment(status)) {
    throw new RowFault(`“${status.slice(0, 40)}” is not all employment`);
  }
  const measure = optionalText(field('measure'));
  if (measure !== null && /percent/i.test(measure)) {
    throw new RowFault(`“${measure.slice(0, 40)}” is not a number of jobs`);
  }
}

/** Employees, and with them working owners: what Nomis calls employment. */
export function isTotalEmployment(status: string): boolean {
  return /^employment$/i.test(status);
}

/**
 * @param code or, where a file has none, the name that begins with it: `E02001184 : Salford 030`
 * @param kind what the areas are, if the user says it
 * @throws {RowFault} if there is no code
 */
export function readArea(
  code: string | undefined,
  name: string | undefined,
  kind: string | undefined,
): { area: string; kind: string } {
  const text = optionalText(code) ?? /^(\S+) : /.exec(name ?? '')?.[1];
  const area = normaliseAreaCode(requiredText(text, 'code of the area', 40));
  return { area, kind: kind ?? kindOfArea(area) };
}

/**
 * A SIC 2007 code of 2 to 5 digits; one that a spreadsheet took a leading zero from has it in its
 * name still (`0111 : Growing of cereals`).
 *
 * @throws {RowFault} if it is no such code
 */
export function readSector(
  code: string | undefined,
  name: string | undefined,
): { sector: string; title: string } {
  const label = optionalText(name) ?? '';
  const [, named, title] = /^([0-9A-Z]{1,5}) : (.*)$/s.exec(label) ?? [undefined, undefined, label];
  const given = optionalText(code);
  const isSame = named !== undefined && (given === null || Number(named) === Number(given));
  const sector = isSame ? named : requiredText(given ?? undefined, 'code of the industry', 20);
  if (/\((?:part )?[A-U](?:[,-] ?[A-U])*\)$/i.test(label)) {
    throw new RowFault(`“${label.slice(0, 60)}” is a broad industrial group, not a SIC code`);
  }
  if (!/^\d{2,5}$/.test(sector)) {
    throw new RowFault(`“${sector}” is not a SIC 2007 code of 2 to 5 digits`);
  }
  if (!DIVISIONS.has(sector.slice(0, 2))) {
    throw new RowFault(`${sector} is in no division of SIC 2007: has it lost a leading zero?`);
  }
  return { sector, title: title.trim().slice(0, 500) };
}

/** @throws {RowFault} if it does not begin with a year */
export function readYear(field: string | undefined): number {
  const text = requiredText(field, 'year', 40);
  const match = /^((?:19|20)\d{2})(?:-\d{2}(?:-\d{2})?)?$/.exec(text);
  if (!match) throw new RowFault(`“${text}” is not a year`);
  return Number(match[1]);
}

const MOST_JOBS = 2_000_000_000;

/** R writes 100,000 as `1e+05`. @throws {RowFault} if it is no whole number */
export function readJobs(field: string | undefined): number {
  const text = optionalText(field)?.replaceAll(',', '');
  if (text === undefined || /^([-*!.:~]|\.\.)$/.test(text)) {
    throw new RowFault('there is no number of jobs: it may be suppressed');
  }
  const jobs = /^\d+(\.\d+)?(e\+?\d{1,2})?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isInteger(jobs) || jobs > MOST_JOBS) {
    throw new RowFault(`“${text.slice(0, 40)}” is not a number of jobs`);
  }
  return jobs;
}
