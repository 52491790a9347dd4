import { multipliers, totalEffects, type Multipliers } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { ioParameters } from './compute-upstreamness.js';
import { readIoTable, refuseUnproductive, type IoTable, type IoTableOptions } from './io-table.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface LeontiefCommandOptions extends IoTableOptions, OutputOptions {
  out?: string;
  matrix?: string;
}

interface LeontiefSummary extends Summary {
  sectors: number;
  /** Above 1 both ways: pulls and pushes more than most. */
  keySectors: string[];
}

export async function computeLeontief(options: LeontiefCommandOptions): Promise<void> {
  const table = await readIoTable(options);
  const { graph, names, order, output } = table;
  refuseUnproductive(table, output, 'in');
  refuseUnproductive(table, output, 'out');
  const { result, seconds } = timed(() => ({
    found: multipliers(graph, output),
    matrices: options.matrix === undefined ? null : effectsOf(table),
  }));
  const { found, matrices } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['sector', 'output', ...COLUMNS.map(([name]) => name)],
      order.map((sector) => [
        names[sector]!,
        output[sector]!,
        ...COLUMNS.map(([, key]) => found[key][sector]!),
      ]),
    );
  }
  if (matrices) await writeEffects(options.matrix!, table, matrices);
  const isKey = (sector: number) =>
    (found.backward[sector] ?? 0) > 1 && (found.forward[sector] ?? 0) > 1;
  const summary: LeontiefSummary = {
    measure: 'leontief',
    n: table.n,
    sectors: names.length,
    keySectors: order.filter(isKey).map((sector) => names[sector]!),
    parameters: ioParameters(options),
    warnings: table.warnings,
    seconds,
  };
  print(options, summary, () =>
    describe(
      [
        `${names.length} sectors`,
        `Key sectors, with backward and forward linkages above the mean: ${summary.keySectors.join(', ') || 'none'}`,
      ],
      summary,
    ),
  );
}

const COLUMNS: readonly (readonly [string, keyof Multipliers])[] = [
  ['output_multiplier', 'output'],
  ['input_multiplier', 'input'],
  ['backward_linkage', 'backward'],
  ['forward_linkage', 'forward'],
];

interface Effects {
  demand: Float64Array;
  supply: Float64Array;
}

function effectsOf({ graph, output }: IoTable): Effects {
  return {
    demand: totalEffects(graph, output, 'leontief'),
    supply: totalEffects(graph, output, 'ghosh'),
  };
}

function writeEffects(
  file: string,
  { names, order }: IoTable,
  { demand, supply }: Effects,
): Promise<void> {
  const n = names.length;
  function* rows() {
    for (const row of order) {
      for (const column of order) {
        const at = row * n + column;
        yield [names[row]!, names[column]!, demand[at]!, supply[at]!];
      }
    }
  }
  return writeRows(file, ['source', 'target', 'leontief', 'ghosh'], rows());
}
