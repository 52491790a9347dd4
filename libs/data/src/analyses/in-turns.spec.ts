import { inTurns } from './in-turns.js';

const store = { version: 1 };

/** Says the version at which it began, after three turns. */
function* threeTurns(begun: number[]): Generator<undefined, number> {
  begun.push(store.version);
  const { version } = store;
  yield;
  yield;
  yield;
  return version;
}

it('lets others have their turn', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('another'));

  await inTurns(store, () => threeTurns([]));
  order.push('the last turn');

  expect(order).toEqual(['another', 'the last turn']);
});

it('begins anew when the store has changed meanwhile', async () => {
  const begun: number[] = [];
  setImmediate(() => store.version++);

  const version = await inTurns(store, () => threeTurns(begun));

  expect(begun).toHaveLength(2);
  expect(version).toBe(store.version);
});

it('goes through in one go where the store never rests', async () => {
  let changes = 0;
  const restless = {
    get version() {
      return changes++;
    },
  };
  let attempts = 0;

  await inTurns(restless, () => {
    attempts++;
    return threeTurns([]);
  });

  expect(attempts).toBe(4);
});
