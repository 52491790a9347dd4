import { Option, type Command } from 'commander';
import { computeDbscan } from './compute-dbscan.js';
import { computeHdbscan } from './compute-hdbscan.js';
import { computeOptics } from './compute-optics.js';
import { atLeastOne, atLeastTwo, notNegative, positive, share } from './number-options.js';
import { addPoints } from './point-options.js';

/** The file with a line for each row that every way of clustering writes. */
const OUT = [
  '--out <file>',
  'row,cluster,kind,probability,outlier_score for each row, in order',
] as const;

const OUTLINES = [
  '--outlines <file>',
  'GeoJSON of the clusters’ outlines: degrees if the input has degrees, else its own metres',
] as const;
const PLANE = [
  '--plane <name>',
  'the reference system of --x and --y to name there, such as EPSG:27700',
] as const;

export function addClusteringMeasures(compute: Command): void {
  addDbscan(compute);
  addHdbscan(compute);
  addOptics(compute);
}

function addDbscan(compute: Command): void {
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
    .option(...OUTLINES)
    .option(...PLANE)
    .option('--json', 'print one JSON document')
    .addHelpText('after', DBSCAN_HELP)
    .action(computeDbscan);
}

function addHdbscan(compute: Command): void {
  addPoints(compute.command('hdbscan'))
    .description('density clusters of varying density: those that last over many distances')
    .option('--min-cluster-size <number>', 'rows, or weight, of a cluster', atLeastTwo, 5)
    .option(
      '--min-samples <number>',
      'rows, or weight, within the core distance (default: the least cluster size)',
      atLeastOne,
    )
    .addOption(
      new Option('--counts-self <boolean>', 'whether one of --min-samples is the row itself')
        .choices(['true', 'false'])
        .default('false'),
    )
    .addOption(
      new Option('--selection <method>', 'excess of mass, or the leaves of the hierarchy')
        .choices(['eom', 'leaf'])
        .default('eom'),
    )
    .option(
      '--selection-epsilon <metres>',
      'clusters that begin below it give way to what they are part of',
      notNegative,
      0,
    )
    .option('--max-cluster-size <number>', 'eom takes the parts of larger clusters', positive)
    .option('--allow-single-cluster', 'all rows may be one cluster', false)
    .option('--min-scale <metres>', 'distances below it count as it', notNegative, 0)
    .option('--cut <metres>', 'instead of a selection: DBSCAN* at this distance', positive)
    .option(...OUT)
    .option(...OUTLINES)
    .option(...PLANE)
    .option('--edges <file>', 'a minimum spanning tree, with the core distances of its ends')
    .option('--json', 'print one JSON document')
    .addHelpText('after', HDBSCAN_HELP)
    .action(computeHdbscan);
}

function addOptics(compute: Command): void {
  addPoints(compute.command('optics'))
    .description('rows in the order of density reachability, and the clusters in it')
    .requiredOption(
      '--min-points <number>',
      'rows, or weight, within the core distance, the row itself included',
      atLeastOne,
    )
    .option('--max-eps <metres>', 'nothing is reached from farther away (default: any)', positive)
    .addOption(
      new Option('--method <name>', 'valleys of any depth, or DBSCAN at one distance')
        .choices(['xi', 'cut'])
        .default('xi'),
    )
    .option('--xi <share>', 'by which reachability falls and rises (default 0.05)', share)
    .option(
      '--min-cluster-size <number>',
      'rows, or weight, of a cluster of xi (default: --min-points)',
      atLeastOne,
    )
    .option('--eps <metres>', 'the distance of the cut', positive)
    .addOption(
      new Option('--ties <rule>', 'of two as far, the first by x, then y, or the first row')
        .choices(['place', 'row'])
        .default('place'),
    )
    .option('--out <file>', `${OUT[1].replace(' for', ',order,reachability,core_distance for')}`)
    .option(...OUTLINES)
    .option(...PLANE)
    .option('--json', 'print one JSON document')
    .addHelpText('after', OPTICS_HELP)
    .action(computeOptics);
}

const DBSCAN_HELP = `
A row is core if it has the minimum within eps, itself included; border, if it is within eps of a
core; noise otherwise (cluster -1). Clusters are numbered from 0. Policies of --labels:
  nearest  the cluster of the nearest core; like postgis and star, the same however rows are ordered
  postgis  the cluster of the first core by x, then y: ST_ClusterDBSCAN OVER (ORDER BY x, y)
  star     none: there are no border rows (DBSCAN*)
  sklearn  as scikit-learn and R's dbscan number and label, which depends on the order of rows
probability and outlier_score are for hdbscan; dbscan leaves them empty.

Outlines are drawn around core rows: the triangles between them whose circle is no larger than eps, and
a buffer of half of eps, at most 250 m. A larger eps gives larger areas.

Example:
  atlas compute dbscan --input firms.csv --x easting --y northing --weight employees --eps 250 --min-points 50 --json`;

const HDBSCAN_HELP = `
A row's core distance holds --min-samples rows beside itself (as in python's hdbscan; R and scikit-learn
count the row itself: --counts-self true). Rows of equal distances join at once, so the result is the
same however rows are ordered. Clusters are numbered from 0 by their first row by x, then y; noise is -1.
probability is the density up to which a row stays in its cluster, by the cluster's greatest;
outlier_score is GLOSH. Rows that share a place with more than --min-samples others have an infinite
density; --min-scale bounds it, 100 where postcodes were located.

Outlines are drawn as those of dbscan, with the distance at which the cluster begins for eps (or that
of --cut); where that is none, around all its rows.

Example:
  atlas compute hdbscan --input firms.csv --x easting --y northing --min-cluster-size 100 --min-samples 10 --min-scale 100 --out clusters.csv`;

const OPTICS_HELP = `
Next in the order comes whatever is nearest in reach of those before, so a cluster of any density is a
run in it. core_distance holds --min-points rows, the row itself included; a row is reached from another
at their distance, or at the other's core_distance if that is more. order counts from 1. Rows at one
place follow each other: the first has the place's reachability, the others at most its core distance.
reachability is empty for the first of what nothing before it reaches, core_distance above --max-eps.

  xi   the valleys of reachability, the innermost of those large enough, less what nothing in it reaches
  cut  DBSCAN at --eps, but that a border row ahead of its cores is noise

A row in a cluster is core if its core distance is within --eps, or for xi within --max-eps. Clusters are
numbered from 0 in the order; noise is -1. --ties row is scikit-learn's order, which depends on that of
the rows; --ties place does not. probability and outlier_score are for hdbscan.

Outlines are drawn as those of dbscan; for xi around all rows of a cluster, and for eps the farthest that
one is reached from within it, or 1 m where all are at one place.

Example:
  atlas compute optics --input firms.csv --x easting --y northing --min-points 20 --max-eps 5000 --out order.csv`;
