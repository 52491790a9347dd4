import { Option, type Command } from 'commander';
import { computeDbscan } from './compute-dbscan.js';
import { atLeastOne, positive } from './number-options.js';
import { addPoints } from './point-options.js';

/** The file with a line for each row that every way of clustering writes. */
const OUT = [
  '--out <file>',
  'row,cluster,kind,probability,outlier_score for each row, in order',
] as const;

export function addClusteringMeasures(compute: Command): void {
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
    .option(...OUT)
    .option('--json', 'print one JSON document')
    .addHelpText('after', DBSCAN_HELP)
    .action(computeDbscan);
}

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
