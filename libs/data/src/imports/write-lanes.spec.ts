import { WriteLanes } from './write-lanes.js';

it('runs two writes side by side, and the third when one has ended', async () => {
  const lanes = new WriteLanes(2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const write = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.push(resolve));
    log.push(`${name} ends`);
  };

  await lanes.add(write('first'));
  await lanes.add(write('second'));
  const third = lanes.add(write('third'));
  ends[1]!();
  await third;

  expect(log).toEqual(['first begins', 'second begins', 'second ends', 'third begins']);
  ends[0]!();
  ends[2]!();
  await lanes.finish();
  expect(log.slice(4)).toEqual(['first ends', 'third ends']);
});

it('tells the next, and the end, that a write failed, when the others have ended', async () => {
  const lanes = new WriteLanes(2);
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  let ended = false;

  await lanes.add(() => turn().then(() => Promise.reject(new Error('the disk is full'))));
  await lanes.add(async () => {
    await turn();
    await turn();
    ended = true;
  });

  await expect(lanes.add(turn)).rejects.toThrow('the disk is full');
  await expect(lanes.finish()).rejects.toThrow('the disk is full');
  expect(ended).toBe(true);
});
