import { relatedness, skillRelatedness, type RelatednessMethod } from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { namesIn, readRelations, squareOf } from './relation-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface RelatednessCommandOptions extends OutputOptions {
  input: string;
  source: string;
  target: string;
  value: string;
  method: RelatednessMethod | 'skill';
  out?: string;
}

interface RelatedPair {
  source: string;
  target: string;
  value: number;
  relatedness: number | null;
}

interface RelatednessSummary extends Summary {
  names: number;
  /** The closest first. */
  closest: RelatedPair[];
}

const MOST_PAIRS = 20;

export async function computeRelatedness(options: RelatednessCommandOptions): Promise<void> {
  const { input, source, target, value, method } = options;
  const { n, pairs } = await readRelations(input, options);
  const names = namesIn(pairs);
  const counts = squareOf(pairs, names, method !== 'skill');
  const { result, seconds } = timed(() =>
    method === 'skill'
      ? skillRelatedness(counts, names.length)
      : relatedness(counts, names.length, method),
  );
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const related = pairs.map(({ from, to, value: amount }): RelatedPair => {
    const at = placeOf.get(from)! * names.length + placeOf.get(to)!;
    const found = result[at]!;
    return {
      ...{ source: from, target: to, value: amount },
      relatedness: Number.isNaN(found) ? null : found,
    };
  });
  if (options.out !== undefined) {
    const rows = related.map((pair) => [pair.source, pair.target, pair.value, pair.relatedness]);
    await writeRows(options.out, ['source', 'target', 'value', 'relatedness'], rows);
  }
  const summary: RelatednessSummary = {
    ...{ measure: 'relatedness', n, names: names.length },
    closest: related
      .filter((pair) => pair.relatedness !== null)
      .sort((a, b) => b.relatedness! - a.relatedness!)
      .slice(0, MOST_PAIRS),
    parameters: { input, source, target, value, method },
    warnings: n === 0 ? ['The file has a header and no rows.'] : [],
    seconds,
  };
  print(options, summary, () =>
    describe(
      [
        `${summary.names} names in ${n} pairs; the closest:`,
        textTable(
          ['source', 'target', 'value', 'relatedness'],
          summary.closest.map((pair) => [
            ...[pair.source, pair.target, pair.value, pair.relatedness],
          ]),
        ),
      ],
      summary,
    ),
  );
}
