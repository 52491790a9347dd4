import { Busy } from './busy.js';
import { Capacity } from './capacity.js';

/** Work that ends when it is told to. */
function work(name: string, begun: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const run = async () => {
    begun.push(name);
    await ended;
    return name;
  };
  return { run, end };
}

it('runs so much at a time, lets so much wait in its order, and refuses more', async () => {
  const capacity = new Capacity({ running: 1, waiting: 2 });
  const begun: string[] = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => work(name, begun));
  const answers = [first!, second!, third!].map(({ run }) => capacity.run(run));

  await expect(capacity.run(() => Promise.resolve())).rejects.toEqual(new Busy(5));
  expect(begun).toEqual(['first']);
  first!.end();
  expect(await answers[0]).toBe('first');
  expect(begun).toEqual(['first', 'second']);
  third!.end();
  second!.end();
  expect(await Promise.all(answers)).toEqual(['first', 'second', 'third']);
  expect(await capacity.run(() => Promise.resolve('fourth'))).toBe('fourth');
});

it('gives the place of work that failed to the next', async () => {
  const capacity = new Capacity({ running: 1, waiting: 1 });
  const failing = capacity.run(() => Promise.reject(new RangeError('no such layer')));
  const next = capacity.run(() => Promise.resolve('next'));

  await expect(failing).rejects.toThrow('no such layer');
  expect(await next).toBe('next');
});

it('refuses at once where nothing may wait', async () => {
  const capacity = new Capacity({ running: 1, waiting: 0 });
  const { run, end } = work('only', []);
  const only = capacity.run(run);

  expect(() => capacity.take()).toThrow(Busy);
  end();
  await only;
  const giveBack = capacity.take();
  await expect(capacity.run(run)).rejects.toEqual(new Busy(5));
  giveBack();
  expect(await capacity.run(run)).toBe('only');
});
