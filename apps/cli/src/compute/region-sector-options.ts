import type { Command } from 'commander';

/** Options of every measure that starts from amounts of regions and sectors. */
export function addRegionSectors(command: Command): Command {
  return command
    .requiredOption('--input <file>', 'CSV with a header; .gz and .zip as well')
    .option('--region <column>', 'the region of a row', 'region')
    .option('--sector <column>', 'the sector of a row', 'sector')
    .option('--value <column>', 'such as employees; not negative (default: each row counts 1)');
}
