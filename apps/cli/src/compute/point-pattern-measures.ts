import type { Rectangle } from '@cluster-atlas/analytics';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeClusterTest } from './compute-cluster-test.js';
import { computeKd, kdBandwidthOption } from './compute-kd.js';
import { computeMFunction } from './compute-m-function.js';
import { computeRipleyK } from './compute-ripley-k.js';
import { atLeastOne, positive, wholeNumber } from './number-options.js';
import { addPoints } from './point-options.js';

export function addPointPatternMeasures(compute: Command): void {
  addBand(
    addRadii(addPairs(addPoints(compute.command('m-function'))))
      .description('how concentrated a kind is within each distance of itself, or of another kind')
      .option('--controls <value>', 'the kind that stands for all (case-control)')
      .option('--density', 'at each distance instead of within it: m of Lang, Marcon and Puech')
      .addOption(nullOption()),
  )
    .option('--out <file>', 'row,m_… for each row, in order: the value of each reference')
    .option('--json', 'print one JSON document')
    .addHelpText('after', M_HELP)
    .action(computeMFunction);
  addBand(
    addRadii(addPairs(addPoints(compute.command('kd'))))
      .description('how many pairs of a kind are so far apart, by distance')
      .option(
        '--bandwidth <metres|rule>',
        'of the kernel; or nrd0, Silverman’s rule, or sj, that of Sheather and Jones',
        kdBandwidthOption,
        'nrd0',
      )
      .option('--adjust <factor>', 'by which the bandwidth is multiplied', positive, 1)
      .addOption(nullOption()),
  )
    .option('--json', 'print one JSON document')
    .addHelpText('after', KD_HELP)
    .action(computeKd);
  addBand(
    addRadii(addPoints(compute.command('ripley-k')))
      .description('how many more points are within each distance of a point than by chance')
      .option('--window <x0,y0,x1,y1>', 'where points were looked for, in metres', rectangle)
      .option('--window-file <file>', 'CSV of its corners, with the same columns as the input')
      .option('--type <column>', 'the kind of each row (default: all are one)')
      .option('--reference <value>', 'the kind to look at')
      .addOption(
        new Option('--correction <kind>', 'for neighbours beyond the edge of the window')
          .choices(['none', 'border', 'isotropic', 'translation'])
          .default('isotropic'),
      )
      .addOption(
        new Option('--null <model>', 'where the points of a simulation are')
          .choices(['complete-randomness', 'random-labelling'])
          .default('complete-randomness'),
      ),
  )
    .option('--json', 'print one JSON document')
    .addHelpText('after', K_HELP)
    .action(computeRipleyK);
  addClusterTest(compute);
}

function addClusterTest(compute: Command): void {
  addPoints(compute.command('cluster-test'))
    .description('whether the density clusters of a kind are more than clusters of all rows')
    .requiredOption('--type <column>', 'the kind of each row')
    .requiredOption('--reference <value>', 'the kind whose clusters are tested')
    .requiredOption('--eps <metres>', 'the reach, as in dbscan', positive)
    .requiredOption('--min-points <number>', 'rows, or weight, within it for a core', atLeastOne)
    .option('--simulations <number>', 'random labellings at most', wholeNumber, 999)
    .option('--enough <number>', 'that stand out as much to stop at; 0: never', wholeNumber, 20)
    .option('--seed <number>', 'another one gives other labellings', wholeNumber, 1)
    .option('--out <file>', 'row,cluster,p for each row, in order; empty for other kinds')
    .option('--json', 'print one JSON document')
    .addHelpText('after', CLUSTER_TEST_HELP)
    .action(computeClusterTest);
}

function addPairs(command: Command): Command {
  return command
    .requiredOption('--type <column>', 'the kind of each row')
    .requiredOption('--reference <value>', 'the kind around which is looked')
    .option('--neighbour <value>', 'the kind that is looked for (default: the reference)');
}

function addRadii(command: Command): Command {
  return command.requiredOption(
    '--r <metres>',
    'distances, ascending, separated by commas',
    radiusList,
  );
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

function rectangle(text: string): Rectangle {
  const [x0, y0, x1, y1, ...rest] = text.split(',').map(Number);
  if (!(x1! > x0! && y1! > y0!) || rest.length > 0) {
    throw new InvalidArgumentError('Two opposite corners, such as 0,0,5000,3000.');
  }
  return { x0: x0!, y0: y0!, x1: x1!, y1: y1! };
}

function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('A number between 0 and 1.');
  return number;
}

const M_HELP = `
M(r) compares the share of the neighbours among what is within r of the references with their share in
all: 1 where they are spread like all rows, 2 where they are twice as frequent. A reference does not
count itself; r = 0 has what shares its place. --density smooths with a Gaussian kernel whose bandwidth is
Silverman's (nrd0), of the distances up to twice the largest of --r. Null models of --simulations:
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
weights. A rule's bandwidth rests on distances up to twice the largest of --r. The band of Duranton and Overman
has 1,000 simulations by random-location with --alpha 0.05 --band global, their local one --alpha 0.1
--band local. Null models are those of m-function; without weights random-location and random-labelling
are the same. No --out: Kd is of pairs, not of rows.

Example:
  atlas compute kd --input firms.csv --x easting --y northing --type sector --reference 62 \\
    --r 1000,2000,5000,10000,20000 --simulations 1000 --json`;

const K_HELP = `
Ripley's K in square metres, pi r² where points are spread at random, and L = sqrt(K / pi). A distance of
exactly r counts. Simulations put as many points anywhere in the window (complete-randomness), or onto any
of the rows (random-labelling). Firms gather as people do, so that K says little about a sector without
random-labelling: see m-function. Polygonal windows take all corrections but translation. The band
is that of K; the goodness of fit is that of L.

Example:
  atlas compute ripley-k --input firms.csv --window 420000,380000,440000,395000 --r 100,250,500,1000 \\
    --type sector --reference 62 --null random-labelling --simulations 999 --json`;

const CLUSTER_TEST_HELP = `
Finds the clusters of the reference kind as dbscan does (--labels nearest) and asks of each whether its
region, all within eps of its cores, has more of the kind than its share of all rows. As the clusters are
found on the same rows, the kind is given to as many rows at random, again and again, those are
clustered by the same rule, and each cluster is compared with the one that then stands out most, wherever
it is: p holds for all clusters together. A cluster is looked at no more when --enough labellings
had one that stands out as much; p then is their share.

Example:
  atlas compute cluster-test --input firms.csv --x easting --y northing --type sector --reference 62 \\
    --eps 250 --min-points 20 --out clusters.csv --json`;
