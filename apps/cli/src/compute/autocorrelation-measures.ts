import { Option, type Command } from 'commander';
import { computeAutocorrelation } from './compute-autocorrelation.js';
import { computeGetisOrd } from './compute-getis-ord.js';
import { computeColocation, computeJoinCounts } from './compute-join-counts.js';
import { computeLocalGeary } from './compute-local-geary.js';
import { computeLocalMoran } from './compute-local-moran.js';
import { addNeighbours } from './neighbour-options.js';
import {
  addFalseDiscovery,
  addLagSignificance,
  addSignificance,
  ALTERNATIVES,
  fdrOption,
} from './significance-options.js';

const VALUE = ['--value <column>', 'the figure of each row'] as const;
const JSON_OPTION = ['--json', 'print one JSON document'] as const;

export function addAutocorrelationMeasures(compute: Command): void {
  addAutocorrelation(compute);
  addGetisOrd(compute);
  addLocalMoran(compute);
  addLocalGeary(compute);
  addJoinMeasures(compute);
}

function addAutocorrelation(compute: Command): void {
  const command = addNeighbours(compute.command('autocorrelation'), 'row')
    .description('are rows like their neighbours? Moran’s I, Geary’s C, Getis and Ord’s G')
    .requiredOption(...VALUE)
    .option('--with <column>', 'a second figure: Moran’s I of the two as well');
  addSignificance(command)
    .option(...JSON_OPTION)
    .addHelpText('after', AUTOCORRELATION_HELP)
    .action(computeAutocorrelation);
}

function addGetisOrd(compute: Command): void {
  const command = addNeighbours(compute.command('getis-ord'), 'raw')
    .description('hot and cold spots: G of each row')
    .requiredOption('--value <column>', 'the figure of each row; not negative')
    .option('--star', 'G*: a row is its own neighbour too');
  addLagSignificance(command)
    .option(
      '--out <file>',
      'row,statistic,expected,variance,z,p_normal,p,p_fdr,class,confidence for each row, in order',
    )
    .option(...JSON_OPTION)
    .addHelpText('after', GETIS_ORD_HELP)
    .action(computeGetisOrd);
}

function addLocalMoran(compute: Command): void {
  const command = addNeighbours(compute.command('local-moran'), 'row')
    .description('clusters and outliers: local Moran’s I of each row')
    .requiredOption(...VALUE)
    .option('--with <column>', 'a second figure, which is the neighbours’')
    .addOption(
      new Option('--moments <of>', 'expected, variance and z if the row keeps its value, or not')
        .choices(['conditional', 'total'])
        .default('conditional'),
    );
  addLagSignificance(command)
    .option(
      '--out <file>',
      'row,statistic,expected,variance,z,p_normal,p,p_fdr,quadrant,confidence for each row, in order',
    )
    .option(...JSON_OPTION)
    .addHelpText('after', LOCAL_MORAN_HELP)
    .action(computeLocalMoran);
}

function addLocalGeary(compute: Command): void {
  const command = addNeighbours(compute.command('local-geary'), 'row')
    .description('how different each row is from its neighbours: local Geary’s c')
    .requiredOption(...VALUE);
  addFalseDiscovery(
    addSignificance(
      command,
      ALTERNATIVES.filter((alternative) => alternative !== 'folded'),
    ),
  )
    .option(
      '--out <file>',
      'row,statistic,expected,variance,z,p_normal,p,p_fdr,class,confidence for each row, in order',
    )
    .option(...JSON_OPTION)
    .addHelpText('after', LOCAL_GEARY_HELP)
    .action(computeLocalGeary);
}

function addJoinMeasures(compute: Command): void {
  const alternative = () =>
    new Option('--alternative <side>', 'what counts as being as extreme')
      .choices(['two-sided', 'greater', 'lesser'])
      .default('two-sided');
  for (const { name, style, description, help, action } of JOIN_MEASURES) {
    addNeighbours(compute.command(name), style)
      .description(description)
      .requiredOption('--type <column>', 'such as the sector')
      .option('--from <type>', 'of --out: rows of this type')
      .option('--to <type>', 'of --out: and their neighbours of this')
      .addOption(alternative())
      .addOption(fdrOption())
      .option('--out <file>', 'row,statistic,p,p_fdr for each row, in order')
      .option(...JSON_OPTION)
      .addHelpText('after', help)
      .action(action);
  }
}

const AUTOCORRELATION_HELP = `
z and p are told if values are drawn from one normal distribution (normality), and if any assignment
of the values to the rows is as likely (randomisation); permutation counts such assignments.
G is for values that are not negative, and mostly for --style raw.

Example:
  atlas compute autocorrelation --input firms.csv --x easting --y northing --value employees --k 8 --json`;

const GETIS_ORD_HELP = `
G of a row is the share of all values that its neighbours have. class is hot or cold where p_fdr is
at most 0.1, with a confidence of 90, 95 or 99 %. Permutations draw the neighbours of a row from all
other rows; the draws depend on --seed alone, not on the order of rows.

Example:
  atlas compute getis-ord --input firms.csv --x easting --y northing --value employees --band 1000 --star --out spots.csv`;

const LOCAL_MORAN_HELP = `
I of a row is its distance from the mean times that of its neighbours. quadrant is the row’s side of
the mean, then its neighbours’: HH, LH, LL, HL; trust it where p_fdr is small (confidence 90, 95, 99 %).
The scale is that of PySAL (n - 1); R’s spdep has n.

Example:
  atlas compute local-moran --input wards.csv --id code --areas wards.geojson --contiguity queen --value rate --out lisa.csv`;

const LOCAL_GEARY_HELP = `
c of a row is the sum of its squared differences from its neighbours, of standardised values. class is
alike or unlike where p_fdr is at most 0.1.

Example:
  atlas compute local-geary --input wards.csv --id code --weights wards.gal --value rate --out geary.csv`;

const JOIN_COUNTS_HELP = `
statistic is how often neighbours are of two types, each pair of neighbours once; expected and z are
if types are assigned to the rows at random. With --from and --to, --out has of each row of a type how
many of its neighbours are of the other, and the exact probability of at least as many.

Example:
  atlas compute join-counts --input firms.csv --type sector --k 6 --json`;

const COLOCATION_HELP = `
statistic is how many times as often neighbours of rows of one type are of another as if types had no
pattern. With --from and --to, --out has the quotient of each row of a type, and the exact probability
of at least as many such neighbours.

Example:
  atlas compute colocation --input firms.csv --type sector --k 1 --from 62 --to 70 --out pairs.csv`;

const JOIN_MEASURES = [
  {
    name: 'join-counts',
    style: 'raw',
    description: 'how often neighbours are of the same type, or of two',
    help: JOIN_COUNTS_HELP,
    action: computeJoinCounts,
  },
  {
    name: 'colocation',
    style: 'row',
    description: 'which types are near which: co-location quotients',
    help: COLOCATION_HELP,
    action: computeColocation,
  },
] as const;
