import { ClusterQuery } from '@cluster-atlas/contract';
import { defineRun, lineageOf } from './run-definition.js';

it('follows clusters from runs that were kept before there was a weight', () => {
  const { weight, ...before } = defineRun(ClusterQuery.parse({ date: '2024-12-31' }));

  expect(weight).toBe('businesses');
  expect(lineageOf({ ...before, weight })).toBe(
    lineageOf(before as typeof before & { weight: 'businesses' }),
  );
  expect(lineageOf({ ...before, weight: 'jobs' })).not.toBe(lineageOf({ ...before, weight }));
});
