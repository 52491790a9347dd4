import { loadDemo } from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, type OutputOptions } from '../output.js';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('load the synthetic demo of Greater Manchester; again, it changes nothing')
    .option('--json', 'print one JSON document')
    .action(async (options: OutputOptions) => {
      const report = await withDatabase((database) => loadDemo(database));
      const { businesses, hubs, areas, seconds } = report;
      print(
        options,
        report,
        () => `${businesses} synthetic businesses, ${hubs} hubs and ${areas} areas in ${seconds} s`,
      );
    });
}
