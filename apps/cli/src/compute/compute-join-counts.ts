import {
  adjustPValues,
  colocationQuotients,
  joinCounts,
  localColocation,
  localJoinCounts,
  type Alternative,
  type GlobalStatistic,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { globalReport, type GlobalReport } from './global-report.js';
import { inRowOrder, neighbourParameters } from './neighbourhood-input.js';
import type { NeighbourOptions } from './neighbour-options.js';
import { describe, timed, type Summary } from './summary.js';
import { readTypes, type Types } from './value-input.js';
import { writeRows } from './write-rows.js';

export interface JoinCommandOptions extends NeighbourOptions, OutputOptions {
  type: string;
  from?: string;
  to?: string;
  alternative: Alternative;
  fdr: 'bh' | 'by';
  out?: string;
}

type Pair = GlobalReport & { from: string; to: string };

interface JoinSummary extends Summary {
  /** Rows without a neighbour, from 1. */
  islands: number[];
  types: string[];
  pairs: Pair[];
}

/** A figure of each place, and the probability of at least as much; NaN stands for none. */
interface LocalFigures {
  figures: Float64Array;
  pValues: Float64Array;
}

interface JoinMeasure {
  name: 'join-counts' | 'colocation';
  pairs: (types: Types) => (GlobalStatistic & { from: number; to: number })[];
  local: (types: Types, pair: { from: number; to: number }) => LocalFigures;
}

export const computeJoinCounts = (options: JoinCommandOptions) =>
  compute(options, {
    name: 'join-counts',
    pairs: ({ types, names, weights }) =>
      joinCounts(types, names.length, weights).map(({ first, second, ...found }) => ({
        ...{ from: first, to: second, ...found },
      })),
    local: ({ types, weights }, pair) => {
      const { joins, pValues } = localJoinCounts(types, weights, pair);
      return { figures: joins, pValues };
    },
  });

export const computeColocation = (options: JoinCommandOptions) =>
  compute(options, {
    name: 'colocation',
    pairs: ({ types, names, weights }) => colocationQuotients(types, names.length, weights),
    local: ({ types, weights }, pair) => {
      const { quotients, pValues } = localColocation(types, weights, pair);
      return { figures: quotients, pValues };
    },
  });

async function compute(
  options: JoinCommandOptions,
  { name, pairs, local }: JoinMeasure,
): Promise<void> {
  const { from, to, out, alternative } = options;
  if ((out === undefined) !== (from === undefined) || (from === undefined) !== (to === undefined)) {
    throw new UsageError('--out needs --from and --to, the types of a row and of its neighbours.');
  }
  const input = await readTypes(options);
  const { names, n, islands, crs, warnings } = input;
  const { result, seconds } = timed(() =>
    pairs(input).map(({ from: first, to: second, ...found }) => ({
      ...{ from: names[first]!, to: names[second]! },
      ...globalReport(found, alternative),
    })),
  );
  if (out !== undefined) {
    await writeLocal(out, input, {
      ...local(input, { from: typeOf(names, from!), to: typeOf(names, to!) }),
      fdr: options.fdr,
    });
  }
  const summary: JoinSummary = {
    ...{ measure: name, n, islands, types: names, pairs: result },
    parameters: {
      ...{ ...neighbourParameters(options, crs), type: options.type },
      ...{ from: from ?? null, to: to ?? null, alternative, fdr: options.fdr },
    },
    ...{ warnings, seconds },
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function typeOf(names: readonly string[], name: string): number {
  const type = names.indexOf(name);
  if (type < 0) throw new Error(`No row is of the type “${name}” (${names.join(', ')})`);
  return type;
}

async function writeLocal(
  file: string,
  { rows }: Types,
  { figures, pValues, fdr }: LocalFigures & { fdr: 'bh' | 'by' },
): Promise<void> {
  const adjusted = adjustPValues(pValues, fdr);
  const lines = inRowOrder(rows, (place) => [
    rows[place]! + 1,
    ...[figures, pValues, adjusted].map((column) =>
      Number.isFinite(column[place]) ? column[place]! : null,
    ),
  ]);
  await writeRows(file, ['row', 'statistic', 'p', 'p_fdr'], lines);
}

function linesOf({ n, pairs }: JoinSummary): string[] {
  const table = textTable(
    ['from', 'to', 'statistic', 'expected', 'z', 'p'],
    pairs.map(({ from, to, statistic, expected, randomisation: { z, p } }) => [
      ...[from, to, statistic, expected, z, p],
    ]),
  );
  return [`${n} rows`, table];
}
