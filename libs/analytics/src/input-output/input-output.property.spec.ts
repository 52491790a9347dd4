import fc from 'fast-check';
import { graphOfRows } from '../networks/graph-of-rows.js';
import { outputChange, totalEffects } from './leontief.js';
import { passedOn } from './productive.js';
import { downstreamness, upstreamness } from './upstreamness.js';

/** Tables in which every sector sells to final users and pays primary inputs, and output is both sums. */
const tables = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc
    .record({
      rows: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 50 })), {
        maxLength: 30,
      }),
      least: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: n, maxLength: n }),
    })
    .map(({ rows, least }) => {
      const flows = graphOfRows(n, rows);
      const [sold, bought] = [passedOn(flows, 'out'), passedOn(flows, 'in')];
      const output = sold.map((sum, sector) => Math.max(sum, bought[sector]!) + least[sector]!);
      return {
        flows,
        output,
        final: output.map((total, sector) => total - sold[sector]!),
        primary: output.map((total, sector) => total - bought[sector]!),
      };
    }),
);
const weigh = (weights: Float64Array, values: readonly (number | null)[]) =>
  weights.reduce((sum, weight, sector) => sum + weight * values[sector]!, 0);

it('weighs final use by downstreamness, and primary inputs by upstreamness, to gross output', () => {
  fc.assert(
    fc.property(tables, ({ flows, output, final, primary }) => {
      const gross = output.reduce((sum, total) => sum + total, 0);
      const upstream = upstreamness(flows, { output });

      expect(weigh(final, downstreamness(flows, { output })) / gross).toBeCloseTo(1, 10);
      expect(weigh(primary, upstream) / gross).toBeCloseTo(1, 10);
      upstream.forEach((steps) => expect(steps).toBeGreaterThanOrEqual(1));
    }),
    { seed: 1, numRuns: 200 },
  );
});

it('needs all output for all final use, by the inverse and by rounds, and so for primary inputs', () => {
  fc.assert(
    fc.property(tables, ({ flows, output, final, primary }) => {
      const n = flows.nodes;
      const inverse = totalEffects(flows, output, 'leontief');
      const byRounds = outputChange(flows, output, { change: final, model: 'leontief' });
      const bySupply = outputChange(flows, output, { change: primary, model: 'ghosh' });
      for (let row = 0; row < n; row++) {
        const byInverse = final.reduce((sum, use, j) => sum + inverse[row * n + j]! * use, 0);

        for (const found of [byInverse, byRounds[row]!, bySupply[row]!]) {
          expect(found / output[row]!).toBeCloseTo(1, 10);
        }
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});
