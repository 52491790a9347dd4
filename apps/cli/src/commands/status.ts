import { readStatus } from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable, type OutputOptions } from '../output.js';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what the database holds, by table and source')
    .option('--json', 'print one JSON document')
    .action(async (options: OutputOptions) => {
      const status = await withDatabase(readStatus);
      print(options, status, () =>
        [
          `${status.engine}`,
          textTable(['table', 'rows'], Object.entries(status.tables)),
          '',
          textTable(
            ['source', 'records', 'left', 'newest edition'],
            status.sources.map(({ slug, records, left, newestEdition }) => [
              slug,
              records,
              left,
              newestEdition ?? '–',
            ]),
          ),
          ...(status.massAddresses.length > 0 ? ['', 'Mass addresses:'] : []),
          ...status.massAddresses.map(
            ({ postcode, businesses }) => `  ${postcode}  ${businesses} businesses`,
          ),
        ].join('\n'),
      );
    });
}
