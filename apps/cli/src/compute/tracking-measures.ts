import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeTrack } from './compute-track.js';
import { positive } from './number-options.js';

export function addTrackingMeasures(compute: Command): void {
  compute
    .command('track')
    .description('what became of clusters from one date to the next')
    .requiredOption('--before <files...>', 'earlier snapshots, a CSV with a header each, in order')
    .requiredOption('--after <file>', 'the latest snapshot, with the same columns')
    .option('--id <column>', 'the member of a row, the same at all dates', 'id')
    .option('--cluster <column>', 'its cluster; empty or -1: alive, in none', 'cluster')
    .option('--weight <column>', 'such as employees; not negative (default: each row counts 1)')
    .option('--x <column>', 'easting in metres; with y tells denser, looser and shifted')
    .option('--y <column>', 'northing in metres')
    .option('--tau <share>', 'of a cluster, that makes another its match; 0.5 to 1', positive, 0.5)
    .option('--tau-split <share>', 'of a cluster, that makes a part of a split', positive, 0.25)
    .addOption(
      new Option('--members <which>', 'whose weight makes a cluster')
        .choices(['both', 'all'])
        .default('both'),
    )
    .option('--look-back <snapshots>', 'that a cluster may come from; 1 to 3', lookBack, 3)
    .option('--out <file>', 'row,id,cluster,identity,before,flow for each row of --after, in order')
    .option('--json', 'print one JSON document')
    .addHelpText('after', TRACK_HELP)
    .action(computeTrack);
}

function lookBack(text: string): number {
  if (!/^[123]$/.test(text)) throw new InvalidArgumentError('1, 2 or 3.');
  return Number(text);
}

const TRACK_HELP = `
A cluster survives where another holds tau of it, is absorbed where several do in one, splits into parts
that hold tau together, or dissolves; what none turned into emerges, unless it was there up to --look-back
snapshots ago. With --members both, those who are not in both files at all count as births and closures,
not as changes; list everyone alive, also those in no cluster. Identities stay with what survives, with
the largest of a merge if it is half of it, and with the largest part of a split.

Example:
  atlas compute track --before 2023.csv 2024.csv --after 2025.csv --id number --cluster cluster --json`;
