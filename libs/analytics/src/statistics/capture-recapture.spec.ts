import { estimateTotal } from './capture-recapture.js';

describe('estimateTotal', () => {
  it('gives the textbook figures for 200 and 150 entries, 50 of them on both lists', () => {
    // by hand: 201 · 151 / 51 − 1; 300 are counted, 294.1 are missing with a variance of
    // 201 · 151 · 150 · 100 / (51² · 52) = 3366.1, so the factor is exp(1.96 √ln(1 + 3366.1 / 294.1²))
    const total = estimateTotal({ first: 200, second: 150, both: 50 })!;

    expect(total.lincolnPetersen).toBe(600);
    expect(total.chapman).toBeCloseTo(594.1176, 4);
    expect(total.low).toBeCloseTo(500.5455, 3);
    expect(total.high).toBeCloseTo(731.3495, 3);
  });

  it('counts nothing missing where one list holds the other', () => {
    expect(estimateTotal({ first: 40, second: 10, both: 10 })).toEqual({
      lincolnPetersen: 40,
      chapman: 40,
      low: 40,
      high: 40,
    });
  });

  it('has no estimate where the lists do not overlap', () => {
    expect(estimateTotal({ first: 5, second: 7, both: 0 })).toBeNull();
    expect(estimateTotal({ first: 0, second: 0, both: 0 })).toBeNull();
  });

  it('refuses an overlap larger than a list', () => {
    expect(() => estimateTotal({ first: 5, second: 2, both: 3 })).toThrow(RangeError);
    expect(() => estimateTotal({ first: 5.5, second: 2, both: 1 })).toThrow(RangeError);
  });
});
