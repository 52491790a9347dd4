import type { Command } from 'commander';
import { addAutocorrelationMeasures } from '../compute/autocorrelation-measures.js';
import { addClusteringMeasures } from '../compute/clustering-measures.js';

export function addCompute(program: Command): void {
  const compute = program
    .command('compute')
    .description('Measure your own table, a CSV file with a header, without any database.')
    .addHelpText('after', EXAMPLES);
  addClusteringMeasures(compute);
  addAutocorrelationMeasures(compute);
}

const EXAMPLES = `
Example:
  atlas compute dbscan --input firms.csv --lon longitude --lat latitude --eps 250 --min-points 10 --out clusters.csv
  atlas compute getis-ord --input firms.csv --x easting --y northing --value employees --band 1000 --star --out spots.csv`;
