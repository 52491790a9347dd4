import { permutationPValue } from '../../significance/permutation-p-value.js';

/**
 * The p-value of a statistic that is looked at until enough of the simulated ones are at least as
 * large.
 *
 * Source: Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78(2), 301-304.
 *
 * @param simulated in the order in which they were drawn
 * @param enough 0: all are looked at
 */
export function sequentialPValue(
  observed: number,
  simulated: Float64Array,
  enough: number,
): { p: number; simulations: number } {
  let atLeast = 0;
  let atMost = 0;
  for (let i = 0; i < simulated.length; i++) {
    if (simulated[i]! <= observed) atMost++;
    if (simulated[i]! >= observed && ++atLeast === enough) {
      return { p: enough / (i + 1), simulations: i + 1 };
    }
  }
  const permutations = simulated.length;
  return {
    p: permutationPValue({ atLeast, atMost, permutations }, 'greater'),
    simulations: permutations,
  };
}
