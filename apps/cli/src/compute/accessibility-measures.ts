import type { Command } from 'commander';
import { computeAccess } from './compute-access.js';
import { decayOption } from './compute-gravity.js';
import { positive } from './number-options.js';
import { addPoints } from './point-options.js';

export function addAccessibilityMeasures(compute: Command): void {
  addPoints(compute.command('access'))
    .description('how well each row is supplied by places that others use too (2SFCA and its kin)')
    .requiredOption('--supply <file>', 'CSV of the supply, its places in columns of the same names')
    .option('--capacity <column>', 'of a supply, such as its beds (default: each counts 1)')
    .requiredOption('--reach <metres>', 'beyond which nobody goes', positive)
    .option(
      '--decay <form>',
      'exponential:LENGTH, power:EXPONENT:FLOOR, gaussian:SIGMA, steps:R=W,R=W… (default: none)',
      decayOption,
    )
    .option('--selection', 'share demand out among what is in reach (3SFCA)')
    .option('--out <file>', 'row,access of each row, in order')
    .option('--ratios-out <file>', 'row,ratio of each supply, in order; empty: no demand in reach')
    .option('--json', 'print one JSON document')
    .addHelpText('after', ACCESS_HELP)
    .action(computeAccess);
}

const ACCESS_HELP = `
Each supply is divided by the demand within reach; a row's access is the sum of these ratios around
it. Both steps weigh by --decay: without it the method is 2SFCA, with it E2SFCA. --weight is the
demand of a row, such as its people.

Example:
  atlas compute access --input wards.csv --weight people --supply hubs.csv --capacity desks --reach 5000 --decay gaussian:2000 --out access.csv`;
