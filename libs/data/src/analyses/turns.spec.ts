import { Turns } from './turns.js';

/** Works for as long as others may well wait for it. */
function work(): void {
  const end = performance.now() + 15;
  while (performance.now() < end);
}

it('lets others have their turn once it has gone on for a while, and not before', async () => {
  const order: string[] = [];
  const turns = new Turns();
  setImmediate(() => order.push('another'));

  await turns.next();
  order.push('began');
  work();
  await turns.next();
  order.push('went on');

  expect(order).toEqual(['began', 'another', 'went on']);
});

it('gives up when nobody waits for it any more', async () => {
  const turns = new Turns(AbortSignal.abort());
  work();

  await expect(turns.next()).rejects.toThrow('aborted');
});
