import { Option, type Command } from 'commander';
import { computeComplexity } from './compute-complexity.js';
import { computeRelatedness } from './compute-relatedness.js';
import { positive, wholeNumber } from './number-options.js';
import { addRegionSectors } from './region-sector-options.js';

export function addComplexityMeasures(compute: Command): void {
  addRegionSectors(compute.command('complexity'))
    .description('economic complexity: which regions can do what few others can, and what is near')
    .option(
      '--threshold <quotient>',
      'from which location quotient on a region is strong',
      positive,
      1,
    )
    .addOption(
      new Option('--self <keep|drop>', 'a sector’s relation to itself in densities and outlook')
        .choices(['keep', 'drop'])
        .default('keep'),
    )
    .option('--relations <file>', 'CSV source,target,value of sectors instead of their proximities')
    .option('--reflections <steps>', 'steps of the method of reflections to tell', wholeNumber, 0)
    .option('--out <file>', 'quotient, density, complexity and outlook gain for each row, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', COMPLEXITY_HELP)
    .action(computeComplexity);
  compute
    .command('relatedness')
    .description('how much more two things occur together than by chance')
    .requiredOption('--input <file>', 'CSV with a header; .gz and .zip as well')
    .option('--source <column>', 'one of the two', 'source')
    .option('--target <column>', 'the other', 'target')
    .option('--value <column>', 'how often, or how many', 'value')
    .addOption(
      new Option('--method <method>', 'what is compared')
        .choices(['association', 'probability', 'cosine', 'jaccard', 'skill'])
        .default('association'),
    )
    .option('--out <file>', 'source,target,value,relatedness for each row, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', RELATEDNESS_HELP)
    .action(computeRelatedness);
}

const COMPLEXITY_HELP = `
A region is strong in a sector whose location quotient is at least the threshold. Complexity is the
second eigenvector of the strengths (Hausmann and others 2014), with mean 0 and deviation 1 over the
regions; the index of a region is the mean of those of its sectors. Density is the share of a
sector's proximities that lead to sectors in which the region is strong. The outlook of a region
adds up what it lacks, by density and complexity; the gain of a sector is what it would open.

Example:
  atlas compute complexity --input jobs.csv --region district --sector sic --value jobs --out complexity.csv`;

const RELATEDNESS_HELP = `
Each pair stands once, in either direction; pairs that repeat are added. Methods:
  association  observed over expected: C T / (Si Sj)
  probability  the same, drawn without replacement (Steijn 2021)
  cosine       C / sqrt(Si Sj)
  jaccard      C / (Si + Sj - C)
  skill        people who move from source to target, over what sizes suggest, from -1 to 1

Example:
  atlas compute relatedness --input moves.csv --source from --target to --value people --method skill`;
