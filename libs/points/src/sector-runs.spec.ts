import { SectorRuns } from './sector-runs.js';

it('lays runs end to end and fills the hole that a run of the same length left', () => {
  const runs = new SectorRuns();

  const first = runs.add([10, 11]);
  const second = runs.add([20]);
  runs.release(first, 2);
  const third = runs.add([30, 31]);

  expect([first, second, third]).toEqual([0, 2, 0]);
  expect([...runs.ids.subarray(0, 3)]).toEqual([30, 31, 20]);
});

it('holds a run of no sectors', () => {
  const runs = new SectorRuns();

  expect([runs.add([]), runs.add([7]), runs.add([8])]).toEqual([0, 0, 1]);
});

it('lays them out anew without the holes', () => {
  const runs = new SectorRuns();
  runs.add([10, 11]);
  runs.release(0, 2);
  const offsets = Uint32Array.of(runs.add([30]), runs.add([]), runs.add([40, 41, 42]));

  runs.rearrange(offsets, Uint8Array.of(1, 0, 3));

  expect([...offsets]).toEqual([0, 1, 1]);
  expect([...runs.ids.subarray(0, 4)]).toEqual([30, 40, 41, 42]);
  expect(runs.add([50, 51])).toBe(4);
});
