import {
  WEIGHT_KERNELS,
  type Contiguity,
  type WeightKernel,
  type TiePolicy,
} from '@cluster-atlas/analytics';
import { Option, type Command } from 'commander';
import { positive, wholeFromOne } from './number-options.js';
import type { PointColumnOptions } from './point-input.js';
import { addPlaces } from './point-options.js';

/** Which rows are whose neighbours. */
export interface NeighbourOptions extends PointColumnOptions {
  id?: string;
  weights?: string;
  k?: number;
  ties: TiePolicy;
  band?: number;
  kernel?: WeightKernel;
  contiguity?: Contiguity;
  areas?: string;
  areaId?: string;
  grid?: number;
  style: 'row' | 'raw';
}

/** Options of every measure that compares rows with their neighbours. */
export function addNeighbours(command: Command, style: NeighbourOptions['style']): Command {
  return addPlaces(command)
    .option('--k <number>', 'neighbours: the so many nearest rows', wholeFromOne)
    .addOption(
      new Option('--ties <policy>', 'of --k: all that are as far as the k-th, or the first by x, y')
        .choices(['all', 'first'])
        .default('all'),
    )
    .option('--band <metres>', 'neighbours: the rows within a distance, inclusive', positive)
    .addOption(
      new Option('--kernel <kernel>', 'let weights fall over --band, or to the k-th').choices(
        WEIGHT_KERNELS,
      ),
    )
    .addOption(
      new Option(
        '--contiguity <piece>',
        'neighbours: areas that share a corner, or an edge',
      ).choices(['queen', 'rook']),
    )
    .option(
      '--areas <file>',
      'GeoJSON or TopoJSON with the areas of --contiguity, by --id or in order',
    )
    .option('--area-id <property>', 'of an area, equal to the row’s --id (default: named as that)')
    .option('--grid <columns>', 'instead of --areas: rows are a grid, line by line', wholeFromOne)
    .option(
      '--weights <file>',
      'neighbours: CSV i,j,w, or .gal or .gwt; rows by --id, else by number',
    )
    .option('--id <column>', 'by which other files name the rows')
    .addOption(
      new Option('--style <style>', 'divide weights by the sum of their row, or leave them')
        .choices(['row', 'raw'])
        .default(style),
    );
}
