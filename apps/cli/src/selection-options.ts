import type { Command } from 'commander';
import { z } from 'zod';
import { UsageError } from './usage-error.js';

export type SelectionOptions = Record<string, string | boolean | undefined>;

/** Options that everything measured or exported shares, as `SelectionQuery` of the contract has them. */
export function addSelection(command: Command, { hasDate = true } = {}): Command {
  command
    .option('--sectors <codes>', 'SIC 2007 codes at any level, for example 58,59,62.01')
    .option('--sector-group <slug>', 'a named group of sectors, for example dcms-digital')
    .option('--primary-only', 'only the first sector code counts')
    .option('--location <kind>', 'best, registered, trading or activity (default best)')
    .option('--status <text>', 'the register’s whole status text (default: all still on it)')
    .option('--size-bands <bands>', 'stated employees: 0,1,2-9,10-49,50-249,250+,unknown')
    .option('--mass-addresses <policy>', 'exclude (default) or include');
  if (hasDate) command.option('--date <date>', 'the day that is measured (default today)');
  return command;
}

/** @throws {UsageError} naming each option that does not fit the schema */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  options: SelectionOptions,
): z.output<Schema> {
  const given = Object.entries(options).map(([name, value]) => [
    name,
    value === true ? 'true' : value,
  ]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
  return parsed.data;
}
