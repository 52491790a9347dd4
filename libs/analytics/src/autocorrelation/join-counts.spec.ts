import { gridWeights } from '../weights/contiguity-weights.js';
import { nearestNeighbourWeights } from '../weights/neighbour-weights.js';
import { colocationQuotients, localColocation } from './colocation-quotient.js';
import { joinCounts, localJoinCounts } from './join-counts.js';

const ROOK = gridWeights({ rows: 3, columns: 3 }, 'rook');

describe('joins', () => {
  it('are counted as spdep counts them', () => {
    // R: joincount.multi(factor(c('a','a','b','a','b','b','c','c','c')), nb2listw(cell2nb(3,3), style='B'))
    const types = Uint32Array.of(0, 0, 1, 0, 1, 1, 2, 2, 2);

    const found = joinCounts(types, 3, ROOK).map(({ first, second, statistic, randomisation }) => [
      ...[first, second, statistic],
      Number(randomisation.variance!.toPrecision(10)),
    ]);

    expect(found).toEqual([
      [0, 0, 2, 0.5238095238],
      [0, 1, 3, 1.333333333],
      [0, 2, 1, 1.333333333],
      [1, 1, 2, 0.5238095238],
      [1, 2, 2, 1.333333333],
      [2, 2, 2, 0.5238095238],
    ]);
  });

  it('of a place have the probability of so many among its neighbours', () => {
    const types = Uint32Array.of(1, 1, 0, 1, 0, 0, 0, 0, 0);

    const { joins, pValues } = localJoinCounts(types, ROOK, { from: 1, to: 1 });

    expect([...joins].slice(0, 4)).toEqual([2, 1, NaN, 1]);
    // by hand: both of 2 draws are the two marked of the 8 others: 1 / C(8, 2)
    expect(pValues[0]).toBeCloseTo(1 / 28, 14);
    // at least one of 3 draws: 1 - C(6, 3) / C(8, 3)
    expect(pValues[1]).toBeCloseTo(1 - 20 / 56, 14);
  });
});

describe('the co-location quotient', () => {
  const line = { xs: Float64Array.of(0, 1, 10, 11, 20, 22), ys: new Float64Array(6) };
  const nearest = nearestNeighbourWeights(line, { k: 1 });
  const types = Uint32Array.of(0, 1, 0, 1, 0, 0);

  it('of pairs side by side', () => {
    const found = colocationQuotients(types, 2, nearest);

    // by hand: A to A 2 of 4, by 3 of 5; A to B 2 of 4 by 2 of 5; B to A 2 of 2 by 4 of 5; B to B 0
    const quotients = found.map(({ statistic }) => Number(statistic!.toPrecision(12)));
    expect(quotients).toEqual([0.833333333333, 1.25, 1.25, 0]);
  });

  it('of each place', () => {
    const { quotients, pValues } = localColocation(types, nearest, { from: 0, to: 1 });

    expect([...quotients]).toEqual([2.5, NaN, 2.5, NaN, 0, 0]);
    expect(pValues[0]).toBeCloseTo(0.4, 14);
  });

  it('is null to a type that is not there', () => {
    const found = colocationQuotients(types, 3, nearest);

    expect(found.find(({ from, to }) => from === 0 && to === 2)!.statistic).toBeNull();
  });
});
