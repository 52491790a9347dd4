import { USUAL_CLUSTERS } from './cluster-choices.js';
import { USUAL_YEARS } from './history-years.js';
import { readLocation, writeLocation, type LocationState } from './location-state.js';
import { EVERYTHING } from './selection-parameters.js';

const NOTHING: LocationState = {
  map: null,
  view: 'map',
  selection: EVERYTHING,
  open: null,
  clusters: null,
  keptRun: null,
  clusterSort: null,
  years: USUAL_YEARS,
  areas: null,
  offices: false,
  employment: null,
  compare: [],
  pin: null,
  radii: null,
  base: null,
};

it('writes nothing where nothing is chosen', () => {
  expect(writeLocation(NOTHING)).toBe('');
  expect(readLocation('')).toEqual(NOTHING);
});

it.each<[string, Partial<LocationState>]>([
  [
    '?sectors=62,J&sectorGroup=dcms-digital&primaryOnly=true&status=Active&location=trading&massAddresses=include&date=2024-02-29&sizeBands=10-49,250%2B',
    {
      selection: {
        sectors: ['62', 'J'],
        sectorGroup: 'dcms-digital',
        primaryOnly: true,
        status: 'Active',
        location: 'trading',
        massAddresses: 'include',
        date: '2024-02-29',
        sizeBands: ['10-49', '250+'],
      },
    },
  ],
  ['?hub=mediacityuk', { open: { kind: 'hub', slug: 'mediacityuk' } }],
  ['?point=53.47,-2.3', { open: { kind: 'point', latitude: 53.47, longitude: -2.3 } }],
  ['?site=435442.56,387275.9', { open: { kind: 'site', easting: 435442.56, northing: 387275.9 } }],
  [
    '?cluster=s1-software&clusters=shown&eps=500',
    { open: { kind: 'cluster', slug: 's1-software' }, clusters: { ...USUAL_CLUSTERS, eps: 500 } },
  ],
  ['?clusters=shown', { clusters: USUAL_CLUSTERS }],
  [
    '?clusters=shown&weight=jobs&minPoints=100',
    { clusters: { ...USUAL_CLUSTERS, weight: 'jobs', minPoints: 100 } },
  ],
  [
    '?clusters=shown&method=hdbscan&minSamples=5&minScale=20&selection=leaf&selectionEpsilon=100&from=2010&to=2020',
    {
      clusters: {
        ...USUAL_CLUSTERS,
        ...{ method: 'hdbscan', minSamples: 5, minScale: 20 },
        ...{ selection: 'leaf', selectionEpsilon: 100 },
      },
      years: { from: 2010, to: 2020 },
    },
  ],
  ['?clusters=shown&labels=star', { clusters: { ...USUAL_CLUSTERS, labels: 'star' } }],
  ['?clusters=shown&run=abc-1', { clusters: USUAL_CLUSTERS, keptRun: 'abc-1' }],
  [
    '?view=clusters&clusterSort=-lq',
    { view: 'clusters', clusterSort: { by: 'lq', isAscending: false } },
  ],
  ['?basis=jobs', { employment: { level: '2' } }],
  [
    '?basis=jobs&jobsLevel=deepest&jobsYear=2021&jobsSince=2016',
    { employment: { level: 'deepest', year: 2021, since: 2016 } },
  ],
  ['?pin=53.47,-2.3', { pin: { latitude: 53.47, longitude: -2.3 } }],
  [
    '?areas=ltla-2024&measure=lq&areaSort=-growth',
    {
      areas: { layer: 'ltla-2024', measure: 'lq', sort: { by: 'growth', isAscending: false } },
    },
  ],
  [
    '?area=wards:E05,1:2&compare=wards:E05&compare=wards:A B',
    {
      open: { kind: 'area', layer: 'wards', code: 'E05,1:2' },
      compare: [
        { layer: 'wards', code: 'E05' },
        { layer: 'wards', code: 'A B' },
      ],
    },
  ],
  [
    '?drawn=53.4,-2.3;53.5,-2.3;53.5,-2.2',
    {
      open: {
        kind: 'drawn',
        corners: [
          [53.4, -2.3],
          [53.5, -2.3],
          [53.5, -2.2],
        ],
      },
    },
  ],
  ['?drawn=', { open: { kind: 'drawn', corners: [] } }],
  ['?concentration=shown', { open: { kind: 'concentration' } }],
  ['?trust=all', { open: { kind: 'trust', within: 'all' } }],
  ['?trust=view&offices=shown', { open: { kind: 'trust', within: 'view' }, offices: true }],
  ['?view=list', { view: 'list' }],
  ['?view=time', { view: 'time' }],
  ['?radii=100,5000&base=country:GB', { radii: [100, 5000], base: 'country:GB' }],
  ['?map=12/53.38123/-1.47', { map: { zoom: 12, latitude: 53.38123, longitude: -1.47 } }],
])('restores %s', (search, part) => {
  const state = readLocation(search);

  expect(state).toEqual({ ...NOTHING, ...part });
  expect(decodeURIComponent(writeLocation(state).replaceAll('+', ' '))).toBe(
    decodeURIComponent(search),
  );
});

it('leaves out what it cannot understand and keeps the rest', () => {
  const state = readLocation('?location=moon&sectors=62&map=a/b/c&point=here&radii=0,-1&x=1');

  expect(state).toEqual({ ...NOTHING, selection: { ...EVERYTHING, sectors: ['62'] } });
});

it('keeps a position to about a metre', () => {
  const map = { zoom: 9, latitude: 53.123456789, longitude: -1.000000001 };

  expect(writeLocation({ ...NOTHING, map })).toBe('?map=9/53.12346/-1');
});
