import { Option, type Command } from 'commander';
import { computeLq } from './compute-lq.js';
import { LQ_METHODS } from './lq-methods.js';
import { wholeNumber } from './number-options.js';
import { addRegionSectors } from './region-sector-options.js';

const JSON_DOCUMENT = ['--json', 'print one JSON document'] as const;

export function addSpecialisationMeasures(compute: Command): void {
  addRegionSectors(compute.command('lq'))
    .description('location quotients of sectors in regions, and which are strong clusters')
    .option('--establishments <column>', 'their number; the flags then ask for enough of them too')
    .option('--area <column>', 'km² of land of the region: adds the density')
    .option(
      '--population <column>',
      'of the region: with area and establishments, the cluster index',
    )
    .option('--plants', 'each row is a plant with its size; for dartboard')
    .addOption(
      new Option('--method <names...>', 'further columns').choices(Object.keys(LQ_METHODS)),
    )
    .option('--seed <number>', 'of bootstrap', wholeNumber, 1)
    .option('--resamples <number>', 'of bootstrap', wholeNumber, 1000)
    .option('--out <file>', 'region,sector,lq,low,high and flags for each row, in order')
    .option(...JSON_DOCUMENT)
    .addHelpText('after', LQ_HELP)
    .action(computeLq);
}

const LQ_HELP = `
Rows of the same region and sector are added up. The quotient is a sector's share of its region by its
share of the file; low and high are its 95 % interval. Flags, against the regions that have the sector:
  qualifying   lq above the lower quartile   significant  above the median
  strong       1 and the upper quartile      strong10     1 and the upper decile
and all of them above the lower quartile of the value, and of establishments if given.
Methods: symmetric, log, without-own; standardised (z, of logarithms if the quotients are not normal)
and bootstrap (whether z exceeds its resampled 95th percentile); dartboard (z); binomial and
hypergeometric (the probability of so many, of whole numbers only); empirical-bayes; dti (at least
1.25, and 0.2 % of the region).

Example:
  atlas compute lq --input jobs.csv --region district --sector sic --value jobs --establishments sites --out lq.csv`;
