import { InvalidArgumentError, type Command } from 'commander';
import { join } from 'node:path';
import { readConfig } from '../config.js';
import type { OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';

/** What every import takes beside its files. */
export interface ImportOptions extends OutputOptions {
  rejects?: string;
}

/** A subcommand of `atlas import`. */
export function addFileImport(command: Command, name: string, description: string): Command {
  return command
    .command(name)
    .description(description)
    .argument('<files...>')
    .option('--rejects <file>', 'where to write the rows that were not taken')
    .option('--json', 'print one JSON document');
}

/** Where the rejected rows of an import go. */
export function rejectsFile(kind: string, options: ImportOptions): string {
  if (options.rejects !== undefined) return options.rejects;
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  return join(readConfig().dataFolder, 'rejects', `${kind}-${time}.csv`);
}

export function isoDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('A date is yyyy-mm-dd.');
  }
  return text;
}

/** Reads an option by a function of the library, whose complaints are the user's to mend. */
export function parsedOption<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

interface Rejects {
  rejects: { file: string; row: number; reason: string }[];
  rejectsFile: string | null;
}

export function describeRejects({ rejects, rejectsFile }: Rejects): string[] {
  const shown = rejects
    .slice(0, 5)
    .map(({ file, row, reason }) => `  ${file}, row ${row}: ${reason}`);
  return rejectsFile === null ? [] : [...shown, `  All rejected rows: ${rejectsFile}`];
}

/** So that a wrong guess is seen before it is believed. */
export function describeMapping(report: {
  mapping: Readonly<Record<string, string>>;
  unmapped: readonly string[];
}): string[] {
  const pairs = Object.entries(report.mapping).map(([meaning, header]) => `${meaning}=${header}`);
  return [
    `  columns: ${pairs.join(', ')}`,
    ...(report.unmapped.length > 0 ? [`  not read: ${report.unmapped.join(', ')}`] : []),
  ];
}
