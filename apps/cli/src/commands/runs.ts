import { forgetRun, listKeptRuns } from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable, type OutputOptions } from '../output.js';

export function addRuns(program: Command): void {
  const runs = program.command('runs').description('runs of clusters that are kept');
  runs
    .command('list')
    .description('the kept runs, the latest date first')
    .option('--json', 'print one JSON document')
    .action(listCommand);
  runs
    .command('forget')
    .description('removes a kept run: its address and those of its clusters answer no more')
    .argument('<id>', 'as `runs list` has it')
    .action(forgetCommand);
}

async function listCommand(options: OutputOptions): Promise<void> {
  const kept = await withDatabase(listKeptRuns);
  print(options, kept, () =>
    kept.runs.length === 0
      ? 'No run is kept. Keep one by `atlas analyse clusters --keep NAME`.'
      : textTable(
          ['run', 'name', 'date', 'clusters'],
          kept.runs.map(({ id, name, date, clusters }) => [id, name, date, clusters]),
        ),
  );
}

async function forgetCommand(id: string): Promise<void> {
  await withDatabase((database) => forgetRun(database, id, 'command line'));
  process.stderr.write(`Run ${id} is forgotten.\n`);
}
