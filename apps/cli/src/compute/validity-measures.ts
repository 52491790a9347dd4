import { Option, type Command } from 'commander';
import { computeDbcv } from './compute-dbcv.js';
import { addPlaces } from './point-options.js';

export function addValidityMeasures(compute: Command): void {
  addPlaces(compute.command('dbcv'))
    .description('how good clusters are: how dense within, how sparse between them')
    .option('--cluster <column>', 'the cluster of each row; empty or -1 for noise', 'cluster')
    .addOption(
      new Option('--distance <name>', 'squared is what the authors’ own program has')
        .choices(['euclidean', 'squared'])
        .default('euclidean'),
    )
    .addOption(
      new Option(
        '--ties <rule>',
        'from where a tree grows: the first by x, then y, or the first row',
      )
        .choices(['place', 'row'])
        .default('place'),
    )
    .option('--out <file>', 'cluster,rows,sparseness,separation,validity for each cluster')
    .option('--json', 'print one JSON document')
    .addHelpText('after', DBCV_HELP)
    .action(computeDbcv);
}

const DBCV_HELP = `
From -1 to 1. Within each cluster, rows are joined by a shortest tree of mutual reachability, whose core
distances are a mean over all others of the cluster. sparseness is its longest edge between internal rows,
those of several edges; separation the least distance of an internal row to one of another cluster.
validity is (separation - sparseness) / the greater of them; the score is its mean over all rows, noise as 0.
Clusters of less than 3 rows count as noise. Where several trees are as short, which is taken shows in the
score: --ties row takes that of R's dbscan. The time grows with the square of the rows.

Example:
  atlas compute optics --input firms.csv --min-points 20 --out order.csv
  paste -d , firms.csv order.csv > clustered.csv
  atlas compute dbcv --input clustered.csv --json`;
