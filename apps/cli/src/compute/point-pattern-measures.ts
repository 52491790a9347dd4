import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeKd } from './compute-kd.js';
import { computeMFunction } from './compute-m-function.js';
import { positive, wholeNumber } from './number-options.js';
import { addPoints } from './point-options.js';

export function addPointPatternMeasures(compute: Command): void {
  addBand(
    addPairs(addPoints(compute.command('m-function')))
      .description('how concentrated a kind is within each distance of itself, or of another kind')
      .option('--controls <value>', 'the kind that stands for all (case-control)')
      .addOption(nullOption()),
  )
    .option('--out <file>', 'row,m_… for each row, in order: the value of each reference')
    .option('--json', 'print one JSON document')
    .addHelpText('after', M_HELP)
    .action(computeMFunction);
  addBand(
    addPairs(addPoints(compute.command('kd')))
      .description('how many pairs of a kind are so far apart, by distance')
      .option('--bandwidth <metres>', 'of the kernel (default: Silverman’s rule, nrd0)', positive)
      .option('--adjust <factor>', 'by which the bandwidth is multiplied', positive, 1)
      .addOption(nullOption()),
  )
    .option('--json', 'print one JSON document')
    .addHelpText('after', KD_HELP)
    .action(computeKd);
}

function addPairs(command: Command): Command {
  return command
    .requiredOption('--type <column>', 'the kind of each row')
    .requiredOption('--reference <value>', 'the kind around which is looked')
    .option('--neighbour <value>', 'the kind that is looked for (default: the reference)')
    .requiredOption('--r <metres>', 'distances, ascending, separated by commas', radiusList);
}

function nullOption(): Option {
  return new Option('--null <model>', 'what is left to chance in a simulation')
    .choices(['random-location', 'random-labelling', 'population-independence'])
    .default('random-location');
}

function addBand(command: Command): Command {
  return command
    .option('--simulations <number>', 'how many; 0: no band', wholeNumber, 0)
    .option('--alpha <share>', 'of simulations outside the band', share, 0.05)
    .addOption(
      new Option('--band <kind>', 'at each distance alone, or at all together')
        .choices(['local', 'global', 'global-dbmss'])
        .default('global'),
    )
    .option('--seed <number>', 'another one gives other simulations', wholeNumber, 1);
}

function radiusList(text: string): number[] {
  const radii = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (
    !radii.every((radius, i) => radius > (radii[i - 1] ?? -1) && radius >= 0 && radius < Infinity)
  ) {
    throw new InvalidArgumentError('Distances ascending from 0 or more, such as 100,250,500.');
  }
  return radii;
}

function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('A number between 0 and 1.');
  return number;
}

const M_HELP = `
M(r) compares the share of the neighbours among what is within r of the references with their share in
all: 1 where they are spread like all rows, 2 where they are twice as frequent. A reference does not
count itself; r = 0 has what shares its place. Null models of --simulations:
  random-location          all rows change places, with their kind and weight
  random-labelling         kinds change places, weights stay
  population-independence  references stay, all others change places; needs a --neighbour
--band local: alpha / 2 of the simulations lie above it and below it at each distance (the 5th and 95th
percentile of Duranton and Overman are --alpha 0.1). global: a share alpha leaves it anywhere;
global-dbmss: the same as dbmss has it, by dropping extreme simulations.

Example:
  atlas compute m-function --input firms.csv --x easting --y northing --type sector --reference 62 \\
    --weight employees --r 250,500,1000,2000,5000 --simulations 999 --out local.csv --json`;

const KD_HELP = `
The K-density of Duranton and Overman: a kernel density of the distances between all pairs of references,
or of a reference and a neighbour, reflected at 0. With --weight a pair counts as the product of its
weights. The bandwidth rests on distances up to twice the largest of --r. The band of Duranton and Overman
has 1,000 simulations by random-location with --alpha 0.05 --band global, their local one --alpha 0.1
--band local. Null models are those of m-function; without weights random-location and random-labelling
are the same. No --out: Kd is of pairs, not of rows.

Example:
  atlas compute kd --input firms.csv --x easting --y northing --type sector --reference 62 \\
    --r 1000,2000,5000,10000,20000 --simulations 1000 --json`;
