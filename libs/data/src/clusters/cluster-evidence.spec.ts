import { evidenceOf } from './cluster-evidence.js';

function mix(counts: Record<string, number>) {
  return Object.entries(counts).map(([code, count]) => ({ code, title: code, count, share: 0 }));
}

const BASE = { sectors: mix({ 59: 2, 62: 2 }), matching: 110, earlierMatching: 100 };
const CLUSTER = {
  sectors: mix({ 59: 1, 62: 3 }),
  matching: 6,
  earlier: { date: '2022-01-01', matching: 4 },
  significance: { p: 0.03, level: 'weak' as const, expected: 2, labellings: 999 },
};

describe('the evidence of a cluster', () => {
  it('is met with its figures, by hand', () => {
    // of 6 pairs, 3 of division 62; in the base 2 of 6
    expect(evidenceOf(CLUSTER, BASE)).toEqual({
      coLocated: { verdict: 'met', figure: 0.03, against: 0.05 },
      related: { verdict: 'met', figure: 1 / 2, against: 1 / 3 },
      linked: { verdict: 'noEvidence', figure: null, against: null },
      active: { verdict: 'met', figure: 1.5, against: 1.1 },
    });
  });

  it('is not met by what chance gives, an even mix, or no growth', () => {
    const { coLocated, related, active } = evidenceOf(
      {
        sectors: mix({ 59: 2, 62: 2 }),
        matching: 4,
        earlier: CLUSTER.earlier,
        significance: { ...CLUSTER.significance, p: 0.05 },
      },
      BASE,
    );

    expect([coLocated, related, active].map(({ verdict }) => verdict)).toEqual(
      Array(3).fill('notMet'),
    );
  });

  it('is missing without a test, of one division, and before the first edition', () => {
    const { coLocated, related, active } = evidenceOf(
      { ...CLUSTER, sectors: mix({ 62: 4 }), significance: null, earlier: null },
      { sectors: mix({ 62: 9 }), matching: 9, earlierMatching: null },
    );

    expect([coLocated, related, active].map(({ verdict }) => verdict)).toEqual(
      Array(3).fill('noEvidence'),
    );
  });

  it('counts no pair of businesses whose codes have no division', () => {
    const { related } = evidenceOf({ ...CLUSTER, sectors: mix({ 'SIC 2003': 5, 62: 1 }) }, BASE);

    expect(related).toMatchObject({ verdict: 'noEvidence', figure: null });
  });
});
