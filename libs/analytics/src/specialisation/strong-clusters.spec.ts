import { areaDensity, clusterIndex } from './cluster-index.js';
import { locationQuotients } from './location-quotients.js';
import { tabulate } from './region-sector-table.js';
import { isDtiCluster, strongClusters } from './strong-clusters.js';

/** One sector in five regions: the rest of each region is the second sector. */
function fiveRegions() {
  const amounts = [10, 20, 30, 40, 50];
  const totals = [100, 80, 400, 100, 1000];
  const table = tabulate({
    regions: 5,
    sectors: 2,
    regionOf: Uint32Array.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4),
    sectorOf: Uint32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
    values: Float64Array.from([...amounts, ...totals.map((total, i) => total - amounts[i]!)]),
  });
  return { table, quotients: locationQuotients(table) };
}

/** Flags of the first sector, which has every second cell. */
const first = (flags: Uint8Array) => [...flags].filter((_, cell) => cell % 2 === 0);

// base share 150 / 1680; shares .1 .25 .075 .4 .05; lq 1.12 2.8 .84 4.48 .56
// quartiles of lq: .84 1.12 2.8, decile 3.808; of the amount: 20
it('flags what exceeds the quartiles of lq and amount', () => {
  const { table, quotients } = fiveRegions();

  const found = strongClusters(table, quotients, null);

  expect(found.thresholds[0]).toMatchObject({ regions: 5, value25: 20, establishments25: null });
  expect(found.thresholds[0]!.lq50).toBeCloseTo(1.12, 14);
  expect(found.thresholds[0]!.lq90).toBeCloseTo(3.808, 14);
  expect(first(found.qualifying)).toEqual([0, 0, 0, 1, 0]); // 20 is not more than 20, .84 not than .84
  expect(first(found.significant)).toEqual([0, 0, 0, 1, 0]);
  expect(first(found.strong)).toEqual([0, 0, 0, 1, 0]);
  expect(first(found.strong10)).toEqual([0, 0, 0, 1, 0]);
});

it('also asks for establishments, if they are given', () => {
  const { table, quotients } = fiveRegions();
  const establishments = Float64Array.of(5, 9, 4, 9, 3, 9, 1, 9, 2, 9); // quartile of the first sector: 2

  const found = strongClusters(table, quotients, establishments);

  expect(found.thresholds[0]!.establishments25).toBe(2);
  expect(first(found.qualifying)).toEqual([0, 0, 0, 0, 0]);
});

it('never calls strong what is below 1', () => {
  const amounts = [1, 2, 3, 4];
  const table = tabulate({
    regions: 5,
    sectors: 2,
    regionOf: Uint32Array.of(0, 1, 2, 3, 0, 1, 2, 3, 4),
    sectorOf: Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 0),
    values: Float64Array.from([...amounts, 99, 98, 97, 96, 500]),
  });

  const { strong, qualifying } = strongClusters(table, locationQuotients(table), null);

  expect(first(strong.subarray(0, 8))).toEqual([0, 0, 0, 0]);
  expect(first(qualifying.subarray(0, 8))).toEqual([0, 0, 1, 1]);
});

it('knows the clusters of the Department of Trade and Industry', () => {
  const base = { baseMatching: 1000, baseAll: 200_000 };

  expect(isDtiCluster({ matching: 25, all: 4000, ...base })).toBe(true); // lq 1.25, 0.625 %
  expect(isDtiCluster({ matching: 24, all: 4000, ...base })).toBe(false);
  expect(isDtiCluster({ matching: 1, all: 600, baseMatching: 1, baseAll: 200_000 })).toBe(false); // 0.17 %
  expect(isDtiCluster({ matching: 0, all: 0, ...base })).toBe(false);
});

it('has nothing to flag in an empty table', () => {
  const none = new Uint32Array();
  const table = tabulate({ regions: 1, sectors: 1, regionOf: none, sectorOf: none, values: null });

  const { strong, thresholds } = strongClusters(table, locationQuotients(table), null);

  expect(strong).toHaveLength(0);
  expect(thresholds).toEqual([
    {
      regions: 0,
      lq25: null,
      lq50: null,
      lq75: null,
      lq90: null,
      value25: null,
      establishments25: null,
    },
  ]);
});

it('refuses columns that are not of the table', () => {
  expect(() => strongClusters(fiveRegions().table, new Float64Array(3), null)).toThrow(RangeError);
});

const LITZENBERGER = {
  ...{ value: 1743, baseValue: 5740, area: 50, baseArea: 576 },
  ...{ population: 488, basePopulation: 4621, establishments: 35, baseEstablishments: 53 },
};

it('agrees with REAT on the cluster index', () => {
  // R REAT 3.0.3: litzenberger(1743, 5740, 50, 576, 488, 4621, 35, 53)
  expect(clusterIndex(LITZENBERGER)).toBeCloseTo(21.874911016725, 10);
});

it('has no cluster index without area, people or jobs', () => {
  expect(clusterIndex({ ...LITZENBERGER, area: 0 })).toBeNull();
  expect(clusterIndex({ ...LITZENBERGER, population: 0 })).toBeNull();
  expect(clusterIndex({ ...LITZENBERGER, value: 0 })).toBeNull();
  expect(() => clusterIndex({ ...LITZENBERGER, value: -1 })).toThrow(RangeError);
});

it('divides by area', () => {
  expect(areaDensity(30, 1.5)).toBe(20);
  expect(areaDensity(30, 0)).toBeNull();
  expect(() => areaDensity(-1, 1)).toThrow(RangeError);
});
