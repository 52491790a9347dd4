import type { Places } from '@cluster-atlas/analytics';
import type { Command } from 'commander';
import { readPoints, type PointColumnOptions, type PointInput } from './point-input.js';
import { placeColumns } from './study-window.js';

/** Places to measure at: those of another file, or the rows themselves. */
export interface PlacesOptions extends PointColumnOptions {
  at?: string;
}

export function addPlaces(command: Command): Command {
  return command.option(
    '--at <file>',
    'a CSV of places, in columns named like the input’s (default: the rows themselves)',
  );
}

export async function readPlaces(options: PlacesOptions, rows: PointInput): Promise<Places> {
  return options.at === undefined
    ? rows
    : readPoints({ ...placeColumns(options), input: options.at }, null, rows);
}
