import { passedOn, unproductiveSectors } from '@cluster-atlas/analytics';
import { UsageError } from '../usage-error.js';
import { graphOf, readNamedRows, type FlowInput, type NamedRows } from './flow-input.js';
import { readNodeTable } from './node-table.js';
import { numberColumn, type TableHeader } from './table-columns.js';

/** Where a table of flows between sectors, and what goes in and out of them, is. */
export interface IoTableOptions {
  input: string;
  source: string;
  target: string;
  value: string;
  /** Targets that are final uses. */
  final?: string[];
  /** Final uses that are exports. */
  exportsTo?: string[];
  /** Sources that are primary inputs. */
  primary?: string[];
  /** Sources that are imports: what is imported of the product of the target. */
  importsFrom?: string[];
  /** A line for each sector; see TOTALS. */
  sectors?: string;
}

export interface IoTable extends FlowInput {
  /** By sector. */
  output: Float64Array;
  exports: Float64Array;
  imports: Float64Array;
}

/** Columns that the file of sectors may have. */
const TOTALS = ['output', 'final_demand', 'exports', 'imports'] as const;
type Totals = Partial<Record<(typeof TOTALS)[number], number>>;

/** Above it, relatively, output that is given and output that is added up are said to differ. */
const DIFFERENCE = 1e-3;

/**
 * Reads flows in long form. Output is the column of the file of sectors, else what the sector sells to
 * sectors and to final uses, which are targets of the flows or a column of that file.
 *
 * @throws {UsageError} if nothing tells the output
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readIoTable(options: IoTableOptions): Promise<IoTable> {
  const { value: weight, exportsTo = [], primary = [], importsFrom = [] } = options;
  const final = [...(options.final ?? []), ...exportsTo];
  // changes of stocks and subsidies may be negative
  const rows = await readNamedRows({ ...options, weight }, { isSigned: true });
  const totals = options.sectors === undefined ? null : await readTotals(options.sectors);
  const isOf = (names: readonly string[]) => (name: string) => names.includes(name);
  const isOutside = (row: number) =>
    isOf(final)(rows.targets[row]!) || isOf([...primary, ...importsFrom])(rows.sources[row]!);
  const negative = rows.weights!.findIndex((flow, row) => flow < 0 && !isOutside(row));
  if (negative >= 0) {
    const flow = rows.weights![negative];
    throw new Error(`${options.input}, row ${negative + 1}: the flow ${flow} is negative`);
  }
  const table = graphOf(
    keep(rows, (row) => !isOutside(row)),
    {
      isDirected: true,
      more: sectorsOf(rows, { final, primary: [...primary, ...importsFrom], totals }),
    },
  );
  const columnOf = (name: keyof Totals) =>
    Float64Array.from(table.names, (sector) => totals?.values.get(sector)?.[name] ?? 0);
  const has = (name: keyof Totals) => totals?.has(name) ?? false;
  const side = (ends: 'sources' | 'targets', chosen: (row: number) => boolean) => {
    const sums = new Float64Array(table.names.length);
    rows[ends].forEach((name, row) => {
      const sector = table.numbers.get(name);
      if (chosen(row) && sector !== undefined) sums[sector]! += rows.weights![row]!;
    });
    return sums;
  };
  if (!has('output') && !has('final_demand') && final.length === 0) {
    throw new UsageError(
      'Nothing tells what sectors produce: give --final, or --sectors with a column output or final_demand.',
    );
  }
  const sold = passedOn(table.graph, 'out');
  const used = has('final_demand')
    ? columnOf('final_demand')
    : side('sources', (row) => isOf(final)(rows.targets[row]!));
  const added = sold.map((sum, sector) => sum + used[sector]!);
  const output = has('output') ? columnOf('output') : added;
  const knowsUse = has('final_demand') || final.length > 0;
  return {
    ...table,
    n: rows.n,
    output,
    exports: has('exports')
      ? columnOf('exports')
      : side('sources', (row) => isOf(exportsTo)(rows.targets[row]!)),
    imports: has('imports')
      ? columnOf('imports')
      : side('targets', (row) => isOf(importsFrom)(rows.sources[row]!)),
    warnings: [
      ...table.warnings.filter((warning) => !warning.startsWith('Rows from a node to itself')),
      ...(knowsUse ? differences(table.names, output, added) : []),
    ],
  };
}

/** @throws {Error} with the names of sectors that sell, or buy, all they produce or more */
export function refuseUnproductive(
  { graph, names }: FlowInput,
  scales: Float64Array,
  side: 'in' | 'out',
): void {
  const sectors = unproductiveSectors(graph, scales, side);
  if (sectors.length === 0) return;
  const shown = sectors.slice(0, 20).map((sector) => names[sector]!);
  const what = side === 'out' ? 'sell to sectors' : 'buy from sectors';
  throw new Error(
    `The table is not productive: ${sectors.length} sectors ${what} all they produce or more: ` +
      `${shown.join(', ')}${sectors.length > 20 ? ', …' : ''}`,
  );
}

async function readTotals(file: string) {
  const present = new Set<string>();
  const table = await readNodeTable(file, 'sector', (header: TableHeader) => {
    const columns = TOTALS.filter((name) =>
      header.names.some((column) => column.toLowerCase() === name),
    );
    columns.forEach((name) => present.add(name));
    const readers = columns.map((name) => [name, numberColumn(header, name)] as const);
    return (row): Totals => Object.fromEntries(readers.map(([name, read]) => [name, read(row)]));
  });
  return { ...table, has: (name: keyof Totals) => present.has(name) };
}

/** Sectors that have no flow with another sector, but with the outside, are sectors too. */
function sectorsOf(
  rows: NamedRows,
  outside: { final: string[]; primary: string[]; totals: { names: string[] } | null },
): string[] {
  const sellers = rows.sources.filter((name) => !outside.primary.includes(name));
  const buyers = rows.targets.filter((name) => !outside.final.includes(name));
  return [...sellers, ...buyers, ...(outside.totals?.names ?? [])];
}

function keep(rows: NamedRows, isKept: (row: number) => boolean): NamedRows {
  const only = <Value>(column: readonly Value[]) => column.filter((_, row) => isKept(row));
  return {
    n: rows.n,
    sources: only(rows.sources),
    targets: only(rows.targets),
    weights: rows.weights && only(rows.weights),
    costs: null,
  };
}

function differences(
  names: readonly string[],
  output: Float64Array,
  added: Float64Array,
): string[] {
  const off = names.filter(
    (_, sector) => Math.abs(output[sector]! - added[sector]!) > DIFFERENCE * output[sector]!,
  );
  if (off.length === 0) return [];
  return [
    `The output given differs from sales and final use added up for ${off.length} sectors, ` +
      `such as ${off.slice(0, 5).join(', ')}; the output given was taken.`,
  ];
}
