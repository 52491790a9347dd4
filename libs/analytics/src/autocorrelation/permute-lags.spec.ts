import fc from 'fast-check';
import { weightsFromLinks, type SpatialWeights } from '../weights/spatial-weights.js';
import { drawTable } from './draw-table.js';
import { permuteLags } from './permute-lags.js';

/** Values with ties, and weights that are all 1, or any. */
const cases = fc
  .record({
    values: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 150 }),
    isEqual: fc.boolean(),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ values, isEqual, seed }) => {
    const n = values.length;
    const links = { from: [] as number[], to: [] as number[], weights: [] as number[] };
    for (let i = 0; i < n; i++) {
      for (let step = 1; step <= Math.min(n - 1, (i + seed) % 4); step++) {
        links.from.push(i);
        links.to.push((i + step) % n);
        links.weights.push(isEqual ? 0.5 : step);
      }
    }
    return { values: Float64Array.from(values), weights: weightsFromLinks(n, links), seed };
  });

const limitsOf = (values: Float64Array, { starts, neighbours, values: own }: SpatialWeights) => {
  const lags = values.map((_, i) => {
    let lag = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) lag += own[at]! * values[neighbours[at]!]!;
    return lag;
  });
  return { high: lags.map((lag) => lag - 1e-9), low: lags.map((lag) => lag + 1e-9) };
};

it('counts as a look at each draw of each place does', () => {
  fc.assert(
    fc.property(cases, ({ values, weights, seed }) => {
      const { high, low } = limitsOf(values, weights);
      const permutations = 30;
      const width = Math.max(
        ...weights.starts.subarray(1).map((end, i) => end - weights.starts[i]!),
      );
      const table = drawTable(
        { size: values.length - 1, width },
        { seed, from: 0, to: permutations },
      );

      const counts = permuteLags(values, weights, { limits: { high, low }, permutations, seed });

      values.forEach((value, i) => {
        const others = [...values.slice().sort()];
        others.splice(others.indexOf(value), 1);
        const row = [...weights.values.subarray(weights.starts[i], weights.starts[i + 1])].sort();
        const drawn = Array.from({ length: permutations }, (_, p) =>
          row.reduce((lag, weight, j) => lag + weight * others[table[p * width + j]!]!, 0),
        );
        const isIsland = row.length === 0;
        expect(counts.greater[i]).toBe(
          isIsland ? 0 : drawn.filter((lag) => lag >= high[i]!).length,
        );
        expect(counts.lesser[i]).toBe(isIsland ? 0 : drawn.filter((lag) => lag <= low[i]!).length);
      });
    }),
    { seed: 1, numRuns: 60 },
  );
});

it('counts the same in parts', () => {
  fc.assert(
    fc.property(cases, fc.nat(150), ({ values, weights, seed }, cut) => {
      const limits = limitsOf(values, weights);
      const to = Math.min(cut, values.length);

      const whole = permuteLags(values, weights, { limits, permutations: 20, seed });
      const first = permuteLags(values, weights, { limits, permutations: 20, seed, to });
      const rest = permuteLags(values, weights, { limits, permutations: 20, seed, from: to });

      expect([...first.greater.subarray(0, to), ...rest.greater.subarray(to)]).toEqual([
        ...whole.greater,
      ]);
      expect([...first.lesser.subarray(0, to), ...rest.lesser.subarray(to)]).toEqual([
        ...whole.lesser,
      ]);
    }),
    { seed: 1, numRuns: 60 },
  );
});

describe('a table of draws', () => {
  it('draws distinct places, in each simulation the same whatever table it stands in', () => {
    const size = { size: 7, width: 7 };
    const whole = drawTable(size, { seed: 3, from: 0, to: 50 });

    expect(drawTable(size, { seed: 3, from: 20, to: 50 })).toEqual(whole.subarray(20 * 7));
    expect(drawTable({ size: 7, width: 3 }, { seed: 3, from: 4, to: 5 })).toEqual(
      whole.subarray(4 * 7, 4 * 7 + 3),
    );
    for (let p = 0; p < 50; p++) {
      expect([...whole.subarray(7 * p, 7 * p + 7)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }
  });

  it('draws each ordered pair of five about as often', () => {
    const table = drawTable({ size: 5, width: 2 }, { seed: 1, from: 0, to: 20_000 });
    const counts = new Map<number, number>();
    for (let p = 0; p < 20_000; p++) {
      const pair = 5 * table[2 * p]! + table[2 * p + 1]!;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }

    expect(counts.size).toBe(20);
    // chi-squared with 19 degrees of freedom: 43.8 is exceeded once in a thousand
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(43.8);
  });
});
