import { summariseBand } from '@cluster-atlas/analytics';
import type { Concentration, ConcentrationQuery } from '@cluster-atlas/contract';
import { placedBusinesses } from '@cluster-atlas/points';
import { shareColumns, simulateMOnThreads } from '@cluster-atlas/workers';
import { dateWarnings } from '../analyses/date-warnings.js';
import { describeSelection } from '../analyses/describe-selection.js';
import { inTurns } from '../analyses/in-turns.js';
import { isoDate, resolveSelection } from '../analyses/selection.js';
import type { ClusterSources } from '../clusters/find-clusters.js';

const ALPHA = 0.05;
/** The type of the selected businesses, as `placedBusinesses` marks them. */
const SELECTED = 1;

/**
 * Whether the selected businesses gather more than business at large does, and at which distances:
 * M(r) among all businesses, with the band of random labellings.
 *
 * @throws {NotFound} for a sector group that is not there
 * @throws {RangeError} if nothing is selected, or everything
 * @throws an `AbortError` when the signal aborts
 */
export async function measureConcentration(
  { database, store, workers, signal }: Omit<ClusterSources, 'onProgress'>,
  query: ConcentrationQuery,
): Promise<Concentration> {
  const { radii, labellings, seed } = query;
  const selection = await resolveSelection(database, query);
  const placed = await inTurns(store, () => placedBusinesses(store, selection, 'all'));
  const { xs, ys, matching: types, base, offGrid, excluded } = placed;
  const points = types.reduce((sum, type) => sum + type, 0);
  if (points === 0) throw new RangeError('No selected business is on the map.');
  if (points === types.length) {
    throw new RangeError('Every business is selected: there are no others to compare with.');
  }
  const study = await workers.runUntil(
    signal,
    'studyM',
    shareColumns({ xs, ys, weights: null, types }),
    { reference: SELECTED, radii },
  );
  const { m } = await workers.runUntil(signal, 'mFunction', study);
  const curves = await simulateMOnThreads(workers, study, {
    ...{ nullModel: 'random-labelling', seed, from: 0, to: labellings, signal },
  });
  const band = summariseBand(m, { curves, radii }, { alpha: ALPHA, band: 'global' });
  return {
    ...{ businesses: base.matching - offGrid, points, all: types.length },
    curve: radii.map((radius, i) => ({
      ...{ radius, m: m[i]!, low: band.low[i]!, high: band.high[i]! },
    })),
    classification: band.classification!, // a global band has one
    p: band.goodnessOfFit?.dclf.p ?? null,
    ...{ labellings, excluded },
    definition: { ...describeSelection(query), date: isoDate(selection.date), ...METHOD, seed },
    warnings: await dateWarnings(database, selection.date),
  };
}

const METHOD = {
  measure: 'M (Marcon and Puech 2010) of the selection among all businesses',
  band: 'global, 95 %, of random labellings of all businesses',
  p: 'Diggle, Cressie, Loosmore and Ford, over all distances',
  unit: 'business, once at each of its places',
  distances: 'metres in EPSG:27700',
};
