import type { Command } from 'commander';
import { addClusteringMeasures } from '../compute/clustering-measures.js';
import { addPointPatternMeasures } from '../compute/point-pattern-measures.js';

export function addCompute(program: Command): void {
  const compute = program
    .command('compute')
    .description('Measure your own table, a CSV file with a header, without any database.')
    .addHelpText('after', EXAMPLES);
  addClusteringMeasures(compute);
  addPointPatternMeasures(compute);
}

const EXAMPLES = `
Example:
  atlas compute dbscan --input firms.csv --lon longitude --lat latitude --eps 250 --min-points 10 --out clusters.csv`;
