import { Option, type Command } from 'commander';
import { computeCoagglomeration } from './compute-coagglomeration.js';
import { computeConcentration } from './compute-concentration.js';
import { computeDiversity } from './compute-diversity.js';
import { computeLq } from './compute-lq.js';
import { computeShiftShare } from './compute-shift-share.js';
import { LQ_METHODS } from './lq-methods.js';
import { atLeastOne, wholeNumber } from './number-options.js';
import { addRegionSectors } from './region-sector-options.js';

const JSON_DOCUMENT = ['--json', 'print one JSON document'] as const;

const BASE = [
  '--base <column>',
  'what the shares of regions are compared with, the same in each row of one (default: all sectors)',
] as const;

export function addSpecialisationMeasures(compute: Command): void {
  addLq(compute);
  addConcentration(compute);
  addDiversity(compute);
}

function addLq(compute: Command): void {
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

function addConcentration(compute: Command): void {
  addRegionSectors(compute.command('concentration'))
    .description('how concentrated each sector is in regions')
    .option(...BASE)
    .option(
      '--plants [file]',
      'rows are plants, or a file of plants with the same columns: for Ellison-Glaeser',
    )
    .option(
      '--plant-count <column>',
      'rows of plants are size bands: so many plants share the value',
    )
    .option('--size-low <column>', 'of a plant of the band')
    .option('--size-high <column>', 'of a plant of the band')
    .option('--group <column>', 'the group of the region, such as its nation: splits Theil’s T')
    .option('--neighbours <file>', 'region,neighbour: splits the Gini coefficient, with inference')
    .option('--permutations <number>', 'of the spatial Gini coefficient', wholeNumber, 999)
    .option('--seed <number>', 'of the permutations', wholeNumber, 1)
    .option('--out <file>', 'a line for each sector')
    .option(...JSON_DOCUMENT)
    .addHelpText('after', CONCENTRATION_HELP)
    .action(computeConcentration);
  addRegionSectors(compute.command('coagglomeration'))
    .description('whether sectors choose the same regions, in pairs and as a group')
    .option('--sectors <names...>', 'the group (default: all)')
    .option(...BASE)
    .option('--out <file>', 'a line for each pair of sectors')
    .option(...JSON_DOCUMENT)
    .addHelpText('after', COAGGLOMERATION_HELP)
    .action(computeCoagglomeration);
}

function addDiversity(compute: Command): void {
  addRegionSectors(compute.command('diversity'))
    .description('how varied and how specialised each region is')
    .option('--group <column>', 'the group of the sector (default: the start of its code)')
    .option('--digits <number>', 'of the code, that make its group', wholeNumber, 2)
    .option('--log-base <number>', '2: bits; above 1', atLeastOne, 2)
    .addOption(
      new Option('--compare <with>', 'what a region is compared with')
        .choices(['all', 'rest'])
        .default('all'),
    )
    .option('--out <file>', 'a line for each region')
    .option(...JSON_DOCUMENT)
    .addHelpText('after', DIVERSITY_HELP)
    .action(computeDiversity);
  addRegionSectors(compute.command('shift-share'))
    .description('growth of regions by that of all, the mix of sectors, and their own part')
    .option('--period <column>', 'the date of a row, in order of number or character', 'period')
    .option('--dynamic', 'step by step through all periods, not from the first to the last')
    .option('--out <file>', 'a line for each region and sector')
    .option(...JSON_DOCUMENT)
    .addHelpText('after', SHIFT_SHARE_HELP)
    .action(computeShiftShare);
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

const CONCENTRATION_HELP = `
giniLorenz is the area at the Lorenz curve by location quotient, giniLQ the Gini coefficient of the
quotients themselves, gini that of the amounts. Ellison and Glaeser's gamma is 0 for plants thrown at
random; it needs plants: without --value each row is one of size 1. Of size bands only the mean is known:
gamma is that of plants of the mean size, lowestGamma that of the most unequal plants within their bands.

Example:
  atlas compute concentration --input plants.csv --region district --sector sic --value employees --plants --json`;

const COAGGLOMERATION_HELP = `
gamma of a pair is the covariance of its shares of regions (Ellison, Glaeser and Kerr); colocated, the
share of pairs of one of each sector that are in the same region (Howard, Newman and Tarp): give plants,
without --value, to count plants. gamma of the group is Ellison and Glaeser's.

Example:
  atlas compute coagglomeration --input plants.csv --region district --sector sic --sectors 59113 60200`;

const DIVERSITY_HELP = `
Entropy of the sectors = unrelated variety, between their groups, + related variety, within them.
krugman, hoover, giniLQ and hachman compare the region's sectors with those of all regions, or the rest.

Example:
  atlas compute diversity --input jobs.csv --region district --sector sic5 --value jobs --out variety.csv`;

const SHIFT_SHARE_HELP = `
Example:
  atlas compute shift-share --input jobs.csv --region district --sector sic2 --value jobs --period year`;
