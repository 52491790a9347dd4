import type { ClusterHistory } from '@cluster-atlas/contract';
import { layoutTransitions } from './layout-transitions.js';

const version = (date: string, size: number) => ({
  ...{ date, slug: '', name: '', size, longitude: 0, latitude: 0 },
  change: null,
});
const date = (day: string, clustered: number) => ({
  ...{ date: day, clusters: 0, clustered, businesses: clustered },
  isSurvivorsOnly: false,
});
const cluster = { lifeCycle: null, isGone: false };

/** Of 30 and 10 businesses, the second merges into the first. */
const MERGED: ClusterHistory = {
  dates: [date('2020-12-31', 40), date('2021-12-31', 40)],
  clusters: [
    {
      ...cluster,
      id: 'c1',
      name: 'A',
      versions: [version('2020-12-31', 30), version('2021-12-31', 40)],
    },
    { ...cluster, id: 'c2', name: 'B', versions: [version('2020-12-31', 10)] },
  ],
  events: [],
  flows: [
    { date: '2021-12-31', from: 'c1', to: 'c1', businesses: 30 },
    { date: '2021-12-31', from: 'c2', to: 'c1', businesses: 10 },
  ],
  definition: {},
  warnings: [],
};

it('draws bars as tall as they have businesses', () => {
  const { bars } = layoutTransitions(MERGED);

  expect(bars.map(({ id, height }) => [id, height])).toEqual([
    ['c1', 240],
    ['c2', 80],
    ['c1', 320],
  ]);
});

it('lays the bands at each bar side by side, so that they fill it', () => {
  const { bands } = layoutTransitions(MERGED);

  expect(bands.map(({ toOffset, toHeight }) => [toOffset, toHeight])).toEqual([
    [0, 240],
    [240, 80],
  ]);
});

it('draws nothing of nothing', () => {
  expect(layoutTransitions({ ...MERGED, dates: [], clusters: [], flows: [] })).toEqual({
    width: 0,
    height: 0,
    bars: [],
    bands: [],
  });
});
