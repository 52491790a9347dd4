import { GrowingColumns } from './growing-columns.js';

it('keeps what was written when it grows, and leaves the former columns as they were', () => {
  const table = new GrowingColumns({ ids: Uint32Array, jobs: Float32Array });
  const before = table.columns;
  before.ids[7] = 42;
  before.jobs[7] = 2.5;

  table.reserve(1025);

  expect(table.columns).not.toBe(before);
  expect(table.columns.ids).toHaveLength(2048);
  expect(table.columns.ids[7]).toBe(42);
  expect(table.columns.jobs[7]).toBe(2.5);
  expect(table.columns.ids[1024]).toBe(0);
  expect(before.ids[7]).toBe(42);
});

it('stays where it is while there is room', () => {
  const table = new GrowingColumns({ ids: Uint32Array });
  const before = table.columns;

  table.reserve(1024);

  expect(table.columns).toBe(before);
});

it('lies in shared memory', () => {
  const table = new GrowingColumns({ ids: Uint32Array, kinds: Uint8Array });

  expect(table.columns.ids.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(table.byteLength).toBe(1024 * 5);
});
