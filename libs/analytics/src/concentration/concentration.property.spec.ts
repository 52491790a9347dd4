import fc from 'fast-check';
import { ellisonGlaeser } from './ellison-glaeser.js';
import { gini, giniLorenz } from './gini.js';
import { herfindahl } from './herfindahl.js';
import { plantMoments } from './plant-moments.js';
import { meanLogDeviation, theil } from './theil.js';

const UNITS = fc.array(fc.record({ amount: fc.nat(50), copies: fc.nat(4), group: fc.nat(3) }), {
  minLength: 1,
  maxLength: 30,
});
const column = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
  Float64Array.from(rows, value);
const groups = <Row extends { group: number }>(rows: readonly Row[]) =>
  Uint32Array.from(rows, ({ group }) => group);
const check = <Value>(property: fc.IProperty<Value>) =>
  fc.assert(property, { seed: 1, numRuns: 500 });

function expectNear(actual: number | null | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(actual).toBe(expected);
  else expect(Math.abs(actual! - expected)).toBeLessThan(1e-12);
}

it("adds up to Theil's total: between + within", () => {
  check(
    fc.property(UNITS, (units) => {
      const result = theil(
        column(units, ({ amount }) => amount),
        { groupOf: groups(units) },
      );

      if (result) expectNear(result.between! + result.within!, result.total);
    }),
  );
});

it('takes a weight for as many duplicates', () => {
  check(
    fc.property(UNITS, (units) => {
      const copies = units.flatMap((unit) => Array<(typeof units)[0]>(unit.copies).fill(unit));
      const amounts = column(units, ({ amount }) => amount);
      const weights = column(units, (unit) => unit.copies);
      const repeated = column(copies, ({ amount }) => amount);

      expectNear(herfindahl(amounts, weights)?.index, herfindahl(repeated)?.index);
      expectNear(herfindahl(amounts, weights)?.normalised, herfindahl(repeated)?.normalised);
      expectNear(gini(amounts, weights)?.gini, gini(repeated)?.gini);
      expectNear(gini(amounts, weights)?.corrected, gini(repeated)?.corrected);
      expectNear(meanLogDeviation(amounts, weights), meanLogDeviation(repeated));
      const weighted = theil(amounts, { groupOf: groups(units), weights });
      const plain = theil(repeated, { groupOf: groups(copies) });
      expectNear(weighted?.total, plain?.total);
      expectNear(weighted?.between, plain?.between);
      expectNear(weighted?.within, plain?.within);
    }),
  );
});

it('has the Gini coefficient of all pairs', () => {
  check(
    fc.property(UNITS, (units) => {
      const amounts = column(units, ({ amount }) => amount);
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      const differences = units.flatMap((one) =>
        units.map((other) => Math.abs(one.amount - other.amount)),
      );
      const pairs = differences.reduce((total, difference) => total + difference, 0);

      if (sum > 0) expectNear(gini(amounts)!.gini, pairs / (2 * units.length * sum));
    }),
  );
});

it('has the Lorenz area of all pairs, each weighing its shares of the base', () => {
  check(
    fc.property(UNITS, (units) => {
      const amounts = column(units, ({ amount }) => amount);
      const base = column(units, ({ copies }) => copies + 1);
      const [sum, baseSum] = [amounts, base].map((c) =>
        c.reduce((total, value) => total + value, 0),
      );
      let area = 0;
      for (let i = 0; i < amounts.length; i++) {
        for (let j = 0; j < amounts.length; j++) {
          const [one, other] = [amounts[i]! * base[j]!, amounts[j]! * base[i]!];
          area += Math.abs(one - other) / (2 * sum! * baseSum!);
        }
      }

      if (sum! > 0) expectNear(giniLorenz(amounts, base), area);
    }),
  );
});

it('expects of plants thrown at random what it says, by trying every throw', () => {
  const base = Float64Array.of(5, 3, 2);
  const sizes = Float64Array.of(7, 2, 2, 1, 4);
  const plants = plantMoments({ sectors: 1, sectorOf: new Uint32Array(5), values: sizes })[0]!;
  let [mean, square] = [0, 0];
  for (let thrown = 0; thrown < 3 ** 5; thrown++) {
    const amounts = new Float64Array(3);
    let probability = 1;
    for (let plant = 0, rest = thrown; plant < 5; plant++, rest = Math.floor(rest / 3)) {
      amounts[rest % 3]! += sizes[plant]!;
      probability *= base[rest % 3]! / 10;
    }
    const { rawConcentration } = ellisonGlaeser(amounts, base, plants)!;
    mean += probability * rawConcentration;
    square += probability * rawConcentration ** 2;
  }

  const { expectedConcentration, variance } = ellisonGlaeser(
    Float64Array.of(7, 9, 0),
    base,
    plants,
  )!;

  expectNear(expectedConcentration, mean);
  expectNear(variance, square - mean ** 2);
});

it('knows plants in any order, exactly', () => {
  const plants = fc.array(
    fc.tuple(fc.nat(2), fc.oneof(fc.nat(600), fc.constantFrom(0.1, 0.7, 1e9))),
    {
      maxLength: 40,
    },
  );
  check(
    fc.property(
      plants.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        const moments = (of: typeof rows) =>
          plantMoments({
            sectors: 3,
            sectorOf: Uint32Array.from(of, ([sector]) => sector),
            values: Float64Array.from(of, ([, size]) => size),
          });

        expect(moments(shuffled)).toEqual(moments(rows));
      },
    ),
  );
});
