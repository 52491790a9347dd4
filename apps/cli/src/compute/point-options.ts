import type { Command } from 'commander';

/** Options of every measure that starts from places. */
export function addPoints(command: Command): Command {
  return addPlaces(command).option(
    '--weight <column>',
    'such as employees; not negative (default: each row counts 1)',
  );
}

/** Of those where a row is a place, however much is there. */
export function addPlaces(command: Command): Command {
  return command
    .requiredOption('--input <file>', 'CSV with a header; .gz and .zip as well')
    .option('--x <column>', 'easting in metres (default x)')
    .option('--y <column>', 'northing in metres (default y)')
    .option('--lon <column>', 'longitude in degrees instead, with --lat; projected for you')
    .option('--lat <column>', 'latitude in degrees');
}
