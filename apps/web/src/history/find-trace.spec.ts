import type { TracedCluster } from '@cluster-atlas/contract';
import { findTrace } from './find-trace.js';

const version = (date: string, size: number, slug = 'quay-shops') => ({
  ...{ date, slug, name: slug, size, longitude: -2.2, latitude: 53.4 },
  change: null,
});
const traced = (id: string, ...versions: TracedCluster['versions']): TracedCluster => ({
  ...{ id, name: id, lifeCycle: null, isGone: false },
  versions,
});
const HISTORY = {
  clusters: [
    traced('c1', version('2020-12-31', 9), version('2021-12-31', 12, 'mill-shops')),
    traced('c2', version('2021-12-31', 9)),
  ],
};

it('is the cluster of the same name at the date', () => {
  const cluster = { slug: 'quay-shops', size: 9 };

  expect(findTrace(HISTORY, cluster, '2021-12-31')?.id).toBe('c2');
  expect(findTrace(HISTORY, cluster, '2020-12-31')?.id).toBe('c1');
});

it('is none at another date, of another size or of another name', () => {
  const cluster = { slug: 'quay-shops', size: 9 };

  expect(findTrace(HISTORY, cluster, '2020-06-01')).toBeUndefined();
  expect(findTrace(HISTORY, { ...cluster, size: 8 }, '2021-12-31')).toBeUndefined();
  expect(findTrace(HISTORY, { ...cluster, slug: 'mill-shops' }, '2020-12-31')).toBeUndefined();
});
