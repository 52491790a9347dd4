import { tierClusters, type TieredCluster } from './tier-clusters.js';

function cluster(size: number, lq: number, jobs: number | null = null): TieredCluster {
  return { size, lq, establishments: size, jobs, jobsCoverage: jobs === null ? 0 : 1 };
}

// quotients 0.5, 1, 1.5, 2, 3: quartiles 1, 1.5 and 2, upper decile 2.6; sizes: lower quartile 20
const FIVE = [cluster(10, 3), cluster(20, 2), cluster(30, 1.5), cluster(40, 1), cluster(50, 0.5)];

describe('the tiers of clusters', () => {
  it('need more than the lower quartile of the size, however high the quotient', () => {
    const { tiers, thresholds } = tierClusters(FIVE);

    expect(thresholds).toMatchObject({ amount: 'businesses', compared: 5, amount25: 20 });
    expect(thresholds).toMatchObject({ lq25: 1, lq50: 1.5, lq75: 2, establishments25: 20 });
    expect(thresholds!.lq90).toBeCloseTo(2.6, 12);
    expect(tiers).toEqual(['none', 'none', 'qualifying', 'none', 'none']);
  });

  it('rise with the quotient', () => {
    const { tiers } = tierClusters([
      ...[cluster(30, 3), cluster(30, 2), cluster(30, 1.5), cluster(30, 1)],
      ...[cluster(10, 0.5), cluster(10, 0.5)],
    ]);

    // quotients 0.5, 0.5, 1, 1.5, 2, 3: quartiles 0.625, 1.25 and 1.875, upper decile 2.5
    expect(tiers).toEqual(['strong10', 'strong', 'significant', 'qualifying', 'none', 'none']);
  });

  it('compare jobs where half of the businesses state them, and then only who states some', () => {
    const { tiers, thresholds } = tierClusters([
      ...[cluster(10, 3, 900), cluster(20, 2, 50), cluster(20, 1.5, 40), cluster(20, 1, 30)],
      cluster(20, 4),
    ]);

    expect(thresholds).toMatchObject({ amount: 'jobs', compared: 4, amount25: 37.5 });
    expect(thresholds!.jobsCoverage).toBeCloseTo(70 / 90, 12);
    expect(tiers[4]).toBeNull();
  });

  it('are not told of fewer than four', () => {
    expect(tierClusters(FIVE.slice(0, 3))).toEqual({ tiers: [null, null, null], thresholds: null });
  });
});
