import { sequentialPValue } from '../../significance/sequential-p-value.js';

/**
 * The p-value of a statistic that is looked at until enough of the simulated ones are at least as
 * large.
 *
 * @param simulated in the order in which they were drawn
 * @param stopAt 0: all are looked at
 */
export function pValueAmong(
  observed: number,
  simulated: Float64Array,
  stopAt: number,
): { p: number; simulations: number } {
  let exceedances = 0;
  let draws = 0;
  while (draws < simulated.length && (stopAt === 0 || exceedances < stopAt)) {
    if (simulated[draws++]! >= observed) exceedances++;
  }
  const limits = { stopAt: stopAt || Infinity, permutations: simulated.length };
  return { p: sequentialPValue({ exceedances, draws }, limits), simulations: draws };
}
