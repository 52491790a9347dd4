import type { FlowGraph } from '../networks/flow-graph.js';
import { checkProductive } from './productive.js';
import { sumRounds } from './sum-rounds.js';

export interface UpstreamnessOptions {
  /** n gross outputs. */
  output: Float64Array;
  /** n, of each sector's product; default none. */
  exports?: Float64Array;
  imports?: Float64Array;
}

/** n, at least 1; null for a sector that produces nothing. */
export type Positions = (number | null)[];

/**
 * How many steps the product of each sector is from final use, on average: 1 where all goes there
 * directly. In an open economy, sales to sectors are shares of what is used at home, output less
 * exports plus imports, which assumes that exports are used as the product is at home.
 *
 * By rounds of sales, to the 12th digit. Sectors may sell all they produce to others as long as
 * these do not sell all of it on among themselves.
 *
 * Source: Antras, Chor, Fally and Hillberry (2012), Measuring the upstreamness of production and
 * trade flows, American Economic Review 102(3), eq. 1 to 3; open economy: section I.B.
 *
 * @param flows from the selling to the buying sector; a sector's own use is a loop
 * @throws {RangeError} naming the sectors that sell more than there is
 */
export function upstreamness(flows: FlowGraph, options: UpstreamnessOptions): Positions {
  const used = usedAtHome(options);
  checkProductive(flows, used, 'out');
  const ones = used.map((use) => (use > 0 ? 1 : 0));
  return positions(used, sumRounds(flows, ones, { side: 'out', scales: used, by: 'own' }));
}

/**
 * How many steps each sector is from primary inputs, on average: 1 where nothing is bought.
 *
 * Source: Antras and Chor (2013), Organizing the global value chain, Econometrica 81(6); Miller and
 * Temurshoev (2017), Output upstreamness and input downstreamness, International Regional Science
 * Review 40(5).
 *
 * @throws {RangeError} naming the sectors that buy more than they produce
 */
export function downstreamness(
  flows: FlowGraph,
  { output }: Pick<UpstreamnessOptions, 'output'>,
): Positions {
  checkProductive(flows, output, 'in');
  const ones = output.map((sold) => (sold > 0 ? 1 : 0));
  return positions(output, sumRounds(flows, ones, { side: 'in', scales: output, by: 'own' }));
}

/** Output less exports plus imports. */
export function usedAtHome({ output, exports, imports }: UpstreamnessOptions): Float64Array {
  for (const column of [exports, imports]) {
    if (column && column.length !== output.length) {
      throw new RangeError(`${column.length} exports or imports of ${output.length} sectors`);
    }
  }
  return output.map((sold, sector) => sold - (exports?.[sector] ?? 0) + (imports?.[sector] ?? 0));
}

function positions(scales: Float64Array, sums: Float64Array): Positions {
  return Array.from(sums, (sum, sector) => (scales[sector]! > 0 ? sum : null));
}
