import type { Command } from 'commander';
import { addAccessibilityMeasures } from '../compute/accessibility-measures.js';
import { addAutocorrelationMeasures } from '../compute/autocorrelation-measures.js';
import { addClusteringMeasures } from '../compute/clustering-measures.js';
import { addComplexityMeasures } from '../compute/complexity-measures.js';
import { addSpecialisationMeasures } from '../compute/specialisation-measures.js';
import { addTrackingMeasures } from '../compute/tracking-measures.js';
import { addInputOutputMeasures } from '../compute/input-output-measures.js';
import { addNetworkMeasures } from '../compute/network-measures.js';
import { addDensityMeasures } from '../compute/density-measures.js';
import { addPointPatternMeasures } from '../compute/point-pattern-measures.js';
import { addValidityMeasures } from '../compute/validity-measures.js';

export function addCompute(program: Command): void {
  const compute = program
    .command('compute')
    .description('Measure your own table, a CSV file with a header, without any database.')
    .addHelpText('after', EXAMPLES);
  addClusteringMeasures(compute);
  addValidityMeasures(compute);
  addAutocorrelationMeasures(compute);
  addSpecialisationMeasures(compute);
  addTrackingMeasures(compute);
  addComplexityMeasures(compute);
  addNetworkMeasures(compute);
  addInputOutputMeasures(compute);
  addDensityMeasures(compute);
  addAccessibilityMeasures(compute);
  addPointPatternMeasures(compute);
}

const EXAMPLES = `
Example:
  atlas compute dbscan --input firms.csv --lon longitude --lat latitude --eps 250 --min-points 10 --out clusters.csv
  atlas compute getis-ord --input firms.csv --x easting --y northing --value employees --band 1000 --star --out spots.csv`;
