import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeDbscan } from '../compute/compute-dbscan.js';

export function addCompute(program: Command): void {
  const compute = program
    .command('compute')
    .description('Measure your own table, a CSV file with a header, without any database.')
    .addHelpText('after', EXAMPLES);
  addPoints(compute.command('dbscan'))
    .description('density clusters: where at least so many rows lie within a distance')
    .requiredOption(
      '--eps <metres>',
      'the reach; a distance of exactly this is within it',
      positive,
    )
    .requiredOption('--min-points <number>', 'rows, or weight, within it for a core', atLeastOne)
    .addOption(
      new Option('--labels <policy>', 'the cluster of a border row that several could have')
        .choices(['nearest', 'sklearn', 'postgis', 'star'])
        .default('nearest'),
    )
    .option('--out <file>', 'row,cluster,kind,probability,outlier_score for each row, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', DBSCAN_HELP)
    .action(computeDbscan);
}

/** Options of every measure that starts from places. */
function addPoints(command: Command): Command {
  return command
    .requiredOption('--input <file>', 'CSV with a header; .gz and .zip as well')
    .option('--x <column>', 'easting in metres (default x)')
    .option('--y <column>', 'northing in metres (default y)')
    .option('--lon <column>', 'longitude in degrees instead, with --lat; Great Britain only so far')
    .option('--lat <column>', 'latitude in degrees')
    .option('--weight <column>', 'such as employees; not negative (default: each row counts 1)');
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < Infinity)) throw new InvalidArgumentError('A number above 0.');
  return number;
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number < Infinity)) throw new InvalidArgumentError('A number, at least 1.');
  return number;
}

const EXAMPLES = `
Example:
  atlas compute dbscan --input firms.csv --lon longitude --lat latitude --eps 250 --min-points 10 --out clusters.csv`;

const DBSCAN_HELP = `
A row is core if it has the minimum within eps, itself included; border, if it is within eps of a
core; noise otherwise (cluster -1). Clusters are numbered from 0. Policies of --labels:
  nearest  the cluster of the nearest core; like postgis and star, the same however rows are ordered
  postgis  the cluster of the first core by x, then y: ST_ClusterDBSCAN OVER (ORDER BY x, y)
  star     none: there are no border rows (DBSCAN*)
  sklearn  as scikit-learn and R's dbscan number and label, which depends on the order of rows
probability and outlier_score are for hdbscan; dbscan leaves them empty.

Example:
  atlas compute dbscan --input firms.csv --x easting --y northing --weight employees --eps 250 --min-points 50 --json`;
