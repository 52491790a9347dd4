import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, type OutputOptions } from '../output.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema up to date')
    .option('--json', 'print one JSON document')
    .action(async (options: OutputOptions) => {
      const applied = await withDatabase(async (database) => {
        const rows = await database.query<{ name: string }[]>(
          `SELECT name FROM migrations ORDER BY id`,
        );
        return rows.map(({ name }) => name);
      });
      print(options, { applied }, () => `The schema is up to date (${applied.length} migrations).`);
    });
}
