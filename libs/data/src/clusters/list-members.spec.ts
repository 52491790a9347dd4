import { POINT_KINDS } from '@cluster-atlas/analytics';
import { Turns } from '../analyses/turns.js';
import { listMembers } from './list-members.js';

const [NOISE, BORDER, CORE] = POINT_KINDS.map((_, kind) => kind) as [number, number, number];

/** Business 7 has three places, one of them in no cluster; business 9 is in both clusters. */
const placed = {
  ids: Uint32Array.of(5, 7, 7, 7, 9, 9),
  xs: Float64Array.of(0, 10, 20, 900, 30, 500),
  ys: new Float64Array(6),
};
const found = {
  clusters: 2,
  labels: Int32Array.of(0, 0, 0, -1, 0, 1),
  kinds: Uint8Array.of(CORE, BORDER, CORE, NOISE, BORDER, CORE),
};

it('lists a business once in each cluster, at its first place there, as its strongest place belongs', async () => {
  const [first, second] = await listMembers(
    placed,
    { ...found, probabilities: Float64Array.of(1, 0.2, 0.7, 0, 0.1, 0.4) },
    new Turns(),
  );

  expect(first).toMatchObject({
    size: 3,
    establishments: 4,
    cores: 2,
    isCore: [true, true, false],
  });
  expect([...first!.ids]).toEqual([5, 7, 9]);
  expect([...first!.eastings]).toEqual([0, 10, 30]);
  expect([...first!.probabilities!]).toEqual([1, 0.7, 0.1]);
  expect([...second!.probabilities!]).toEqual([0.4]);
});

it('invents no probability where the method knows none', async () => {
  const members = await listMembers(placed, { ...found, probabilities: null }, new Turns());

  expect(members.map(({ probabilities }) => probabilities)).toEqual([null, null]);
});
