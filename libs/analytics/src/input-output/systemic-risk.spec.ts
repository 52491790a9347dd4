import fc from 'fast-check';
import { graphOfRows } from '../networks/graph-of-rows.js';
import { cascade, systemicRisk } from './systemic-risk.js';

const ALONE = { kinds: null, essential: null };
const close = (found: ArrayLike<number | null>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 10));
};

it('stops everybody behind the only supplier of something essential, and before a sole buyer', () => {
  const chain = graphOfRows(3, [
    [0, 1, 6],
    [1, 2, 4],
  ]);

  close(systemicRisk(chain, ALONE), [1, 1, 1]);
  close(cascade(chain, Float64Array.of(1, 1, 0.5), ALONE).levels, [0.5, 0.5, 0.5]);
});

it('spares part of what a supplier with competitors delivers', () => {
  // 0 and 1 make the same; 2 buys 3 of 0 and 1 of 1; 3 buys all that 2 sells
  const graph = graphOfRows(4, [
    [0, 2, 3],
    [1, 2, 1],
    [2, 3, 6],
  ]);
  const kinds = Int32Array.of(0, 0, 1, 2);

  const { levels, loss } = cascade(graph, Float64Array.of(0, 1, 1, 1), { kinds, essential: null });

  // by hand: 1 cannot make up for 0 (3 of 1 left: all of it is missed), so 2 has a quarter
  close(levels, [0, 1, 1 / 4, 1 / 4]);
  expect(loss).toBeCloseTo((3 + 6 * (3 / 4)) / 10, 10);
});

it('spares more where most of the product is still made', () => {
  const graph = graphOfRows(4, [
    [0, 2, 1],
    [1, 3, 3],
  ]);
  const kinds = Int32Array.of(0, 0, 1, 2);

  const { levels } = cascade(graph, Float64Array.of(0, 1, 1, 1), { kinds, essential: null });

  close(levels, [0, 1, 2 / 3, 1]); // 1 of the 3 that are left would replace 0
});

it('loses only the share of an input that is not essential', () => {
  const graph = graphOfRows(3, [
    [0, 2, 1],
    [1, 2, 4],
  ]);
  const kinds = Int32Array.of(0, 1, 2);
  const essential = Uint8Array.of(0, 0, 0, 1, 1, 1, 1, 1, 1); // what kind 0 supplies is not

  const { levels } = cascade(graph, Float64Array.of(0, 1, 1), { kinds, essential });

  close(levels, [0, 1, 4 / 5]);
});

it('has no risk without flows', () => {
  expect(systemicRisk(graphOfRows(2, []), ALONE)).toEqual([null, null]);
});

it('is the same in parts, and no shock does more than a larger one', () => {
  const rows = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })), {
    maxLength: 30,
  });
  const levels = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 10,
    maxLength: 10,
  });
  fc.assert(
    fc.property(rows, levels, fc.nat(10), (list, start, cut) => {
      const graph = graphOfRows(10, list);
      const options = { kinds: Int32Array.from({ length: 10 }, (_, i) => i % 4), essential: null };

      const parts = [
        ...systemicRisk(graph, options, { from: 0, to: cut }),
        ...systemicRisk(graph, options, { from: cut, to: 10 }),
      ];
      const milder = cascade(graph, Float64Array.from(start), options);
      const harder = cascade(
        graph,
        Float64Array.from(start, (level) => level / 2),
        options,
      );

      expect(parts).toEqual(systemicRisk(graph, options));
      parts.forEach((risk) => expect(risk ?? 0).toBeLessThanOrEqual(1 + 1e-12));
      expect(harder.loss ?? 0).toBeGreaterThanOrEqual((milder.loss ?? 0) - 1e-9);
    }),
    { seed: 1, numRuns: 100 },
  );
});

it('refuses a level above 1, and kinds that do not fit', () => {
  const graph = graphOfRows(2, [[0, 1]]);

  expect(() => cascade(graph, Float64Array.of(1, 2), ALONE)).toThrow(RangeError);
  expect(() => systemicRisk(graph, { kinds: Int32Array.of(0), essential: null })).toThrow(
    RangeError,
  );
  expect(() => systemicRisk(graph, { kinds: null, essential: Uint8Array.of(1) })).toThrow(
    RangeError,
  );
});
