import { solveDense } from '../linear-algebra/solve-dense.js';
import type { FlowGraph } from '../networks/flow-graph.js';
import { checkProductive } from './productive.js';
import { sumRounds } from './sum-rounds.js';

/** A dense inverse of more sectors takes minutes. */
const MOST_SECTORS = 2000;

/** Of demand (Leontief) or of supply (Ghosh). */
export type InputOutputModel = 'leontief' | 'ghosh';

export interface Multipliers {
  /** n, output of all sectors for a unit of final demand for this one; null where it has no output. */
  output: (number | null)[];
  /** n, output of all sectors made possible by a unit of primary input to this one. */
  input: (number | null)[];
  /** n, the same by their mean: above 1, a sector pulls, or pushes, more than most. */
  backward: (number | null)[];
  forward: (number | null)[];
}

/**
 * The total effects of one unit on all sectors: (I - A)^-1 with A = flows by the output of the
 * buyer, or (I - B)^-1 with B = flows by the output of the seller.
 *
 * Source: Leontief (1936); Ghosh (1958), Input-output approach in an allocation system, Economica
 * 25(97); Miller and Blair (2009), Input-output analysis, eq. 2.11 and 12.8.
 *
 * @returns n x n, row by row: of the Leontief inverse, the output of the row for demand for the
 * column; of the Ghosh inverse, the output of the column for primary input to the row
 * @throws {RangeError} if the economy is not productive, naming the sectors, or there are above 2,000
 */
export function totalEffects(
  flows: FlowGraph,
  output: Float64Array,
  model: InputOutputModel,
): Float64Array {
  const { nodes: n, out, loops } = flows;
  if (n > MOST_SECTORS) throw new RangeError(`${n} sectors are above ${MOST_SECTORS}`);
  checkProductive(flows, output, model === 'leontief' ? 'in' : 'out');
  const matrix = new Float64Array(n * n);
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    const at = row * n;
    inverse[at + row] = 1;
    matrix[at + row] = 1 - (output[row]! > 0 ? loops[row]! / output[row]! : 0);
    for (let arc = out.starts[row]!; arc < out.starts[row + 1]!; arc++) {
      const column = out.nodes[arc]!;
      matrix[at + column] = -out.weights[arc]! / output[model === 'leontief' ? column : row]!;
    }
  }
  solveDense(matrix, inverse, n);
  return inverse;
}

/**
 * The sums of the columns of the Leontief inverse and of the rows of the Ghosh inverse, by rounds,
 * for any number of sectors; and, for comparing sectors, the same by their mean.
 *
 * Source: Rasmussen (1956), Studies in inter-sectoral relations; forward by Ghosh as in Miller and
 * Blair (2009), section 12.2.
 *
 * @throws {RangeError} if the economy is not productive, naming the sectors
 */
export function multipliers(flows: FlowGraph, output: Float64Array): Multipliers {
  checkProductive(flows, output, 'in');
  checkProductive(flows, output, 'out');
  const ones = output.map((sold) => (sold > 0 ? 1 : 0));
  const sums = (side: 'in' | 'out') => {
    const found = sumRounds(flows, ones, { side, scales: output, by: 'own' });
    return Array.from(found, (sum, sector) => (ones[sector]! > 0 ? sum : null));
  };
  const [backward, forward] = [sums('in'), sums('out')];
  return {
    output: backward,
    input: forward,
    backward: byMean(backward),
    forward: byMean(forward),
  };
}

/**
 * What a change of final demand (`leontief`) or of primary inputs (`ghosh`) changes in the output of
 * every sector, itself included, by rounds; losses are negative.
 *
 * @param change n, of final demand for, or primary inputs to, each sector
 * @returns n changes of output
 * @throws {RangeError} if the economy is not productive, naming the sectors
 */
export function outputChange(
  flows: FlowGraph,
  output: Float64Array,
  { change, model }: { change: Float64Array; model: InputOutputModel },
): Float64Array {
  if (change.length !== flows.nodes) {
    throw new RangeError(`${change.length} changes of ${flows.nodes} sectors`);
  }
  checkProductive(flows, output, model === 'leontief' ? 'in' : 'out');
  const side = model === 'leontief' ? 'out' : 'in';
  return sumRounds(flows, change, { side, scales: output, by: 'other' });
}

function byMean(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (value === null ? null : value / mean));
}
