import { outputChange, type InputOutputModel } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { ioParameters } from './compute-upstreamness.js';
import { readIoTable, refuseUnproductive, type IoTableOptions } from './io-table.js';
import { readNodeTable } from './node-table.js';
import { describe, timed, type Summary } from './summary.js';
import { numberColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface ShockCommandOptions extends IoTableOptions, OutputOptions {
  model: InputOutputModel;
  changes: string;
  out?: string;
}

interface ShockSummary extends Summary {
  sectors: number;
  /** Given, of final demand or primary inputs. */
  change: number;
  /** Of the output of all sectors. */
  outputChange: number;
  /** By all output; null without any. */
  outputChangeShare: number | null;
}

export async function computeShock(options: ShockCommandOptions): Promise<void> {
  const table = await readIoTable(options);
  const { graph, names, order, output } = table;
  const { model, changes } = options;
  refuseUnproductive(table, output, model === 'leontief' ? 'in' : 'out');
  const given = await readNodeTable(changes, 'sector', (header) => numberColumn(header, 'change'));
  const unknown = given.names.find((name) => !table.numbers.has(name));
  if (unknown !== undefined)
    throw new Error(`“${unknown}” in ${changes} is no sector of the table`);
  const change = Float64Array.from(names, (name) => given.values.get(name) ?? 0);
  const { result, seconds } = timed(() => outputChange(graph, output, { change, model }));
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['sector', 'change', 'output_change', 'output_change_share'],
      order.map((sector) => [
        names[sector]!,
        change[sector]!,
        result[sector]!,
        output[sector]! > 0 ? result[sector]! / output[sector]! : null,
      ]),
    );
  }
  const sum = (column: Float64Array) => column.reduce((total, next) => total + next, 0);
  const summary: ShockSummary = {
    measure: 'shock',
    n: table.n,
    sectors: names.length,
    change: sum(change),
    outputChange: sum(result),
    outputChangeShare: sum(output) > 0 ? sum(result) / sum(output) : null,
    parameters: { ...ioParameters(options), model, changes },
    warnings: table.warnings,
    seconds,
  };
  print(options, summary, () =>
    describe(
      [
        `A change of ${summary.change} changes the output of all sectors by ${summary.outputChange}`,
      ],
      summary,
    ),
  );
}
