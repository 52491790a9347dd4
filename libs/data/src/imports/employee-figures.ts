import { fieldReader, type ColumnMapping } from '@cluster-atlas/contract';
import { companyNumber, optionalDate, optionalText } from './register-fields.js';
import { RowFault } from './register-row.js';

/** Of a file of employees by company, with the header names known for each (letters and digits only). */
export const EMPLOYEE_COLUMNS = {
  number: /^(company|registration|companyregistration|companieshouse)?(number|no)$|^crn$/,
  employees:
    /^employees(thisyear)?$|^average(number)?(of)?employees(duringperiod|duringtheperiod)?$|^numberofemployees$|^headcount$|^staff$|^jobs$/,
  lastYear: /^employeeslastyear$|^previousemployees$|^employeesprevious(year)?$/,
  date: /^accounts?(end|date|enddate)$|^balancesheetdate$|^period(end|enddate)$|^(last)?madeupdate$|^date$/,
} as const;

export type EmployeeColumn = keyof typeof EMPLOYEE_COLUMNS;

/** What one filing states. */
export interface EmployeeFigure {
  number: string;
  employees: number;
  /** Day of the accounts, ISO. */
  date: string;
}

/** A faulty figure, so that each kind of fault can be counted. */
export class EmployeeFault extends RowFault {
  constructor(
    readonly kind: 'zero' | 'year',
    message: string,
  ) {
    super(message);
  }
}

/**
 * @param edition day of a row that tells none
 * @throws {RowFault} if the row is unusable, or the figure cannot be a number of employees
 */
export function readEmployeeFigure(
  fields: readonly string[],
  mapping: ColumnMapping<EmployeeColumn>,
  edition: string,
): EmployeeFigure {
  const field = fieldReader(mapping, fields);
  const number = companyNumber(field('number'));
  const employees = readCount(field('employees'));
  if (employees === null) throw new RowFault('the number of employees is missing');
  const date = optionalDate(field('date'), 'date of the accounts');
  if (employees === 0) {
    throw new EmployeeFault(
      'zero',
      '0 employees: mostly a field that was left out of the accounts',
    );
  }
  const year = date === null ? null : Number(date.slice(0, 4));
  if (isYear(employees, { year, lastYear: readCount(field('lastYear')) })) {
    throw new EmployeeFault('year', `${employees} employees: a year was read as their number`);
  }
  return { number, employees, date: date ?? edition };
}

function readCount(field: string | undefined): number | null {
  const text = optionalText(field)?.replaceAll(',', '');
  if (text === undefined) return null;
  const match = /^(\d{1,7})(?:\.0+)?$/.exec(text);
  if (!match) throw new RowFault(`“${text.slice(0, 40)}” is not a number of employees`);
  return Number(match[1]);
}

/**
 * Automatic readers of accounts take a heading such as `2023 2022` for the figures below it.
 *
 * A figure from 1900 to 2100 is such a year if it is that of the accounts or one beside it, or if
 * the year before had less than half or more than twice as many, or itself the accounts' year.
 */
export function isYear(
  employees: number,
  { year, lastYear }: { year: number | null; lastYear: number | null },
): boolean {
  if (employees < 1900 || employees > 2100) return false;
  if (year !== null && Math.abs(employees - year) <= 1) return true;
  if (lastYear === null) return false;
  return lastYear === year || lastYear < employees / 2 || lastYear > employees * 2;
}
