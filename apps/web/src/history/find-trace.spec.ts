import type { TracedCluster } from '@cluster-atlas/contract';
import { findTrace } from './find-trace.js';

const version = (date: string, size: number) => ({
  ...{ date, size, longitude: -2.2, latitude: 53.4 },
  change: null,
});
const traced = (id: string, ...versions: TracedCluster['versions']): TracedCluster => ({
  ...{ id, name: id, lifeCycle: null, isGone: false },
  versions,
});
const HISTORY = {
  clusters: [
    traced('c1', version('2020-12-31', 9), version('2021-12-31', 12)),
    traced('c2', version('2021-12-31', 9)),
  ],
};

it('is the cluster of the same size and place at the date', () => {
  const cluster = { size: 9, centre: [-2.2, 53.4] as [number, number] };

  expect(findTrace(HISTORY, cluster, '2021-12-31')?.id).toBe('c2');
  expect(findTrace(HISTORY, cluster, '2020-12-31')?.id).toBe('c1');
});

it('is none at another date or another place', () => {
  expect(findTrace(HISTORY, { size: 9, centre: [-2.2, 53.4] }, '2020-06-01')).toBeUndefined();
  expect(findTrace(HISTORY, { size: 9, centre: [-2.21, 53.4] }, '2021-12-31')).toBeUndefined();
});
