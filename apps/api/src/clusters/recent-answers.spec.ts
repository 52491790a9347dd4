import { RecentAnswers } from './recent-answers.js';

/** Counts how often it is asked. */
function counter() {
  const asked: string[] = [];
  const ask = (name: string) => () => {
    asked.push(name);
    return Promise.resolve(name);
  };
  return { asked, ask };
}

it('computes what several ask for at once, and again later, one time', async () => {
  const recent = new RecentAnswers<string>(2);
  const { asked, ask } = counter();

  await Promise.all([recent.get('a', ask('a')), recent.get('a', ask('a'))]);
  await recent.get('a', ask('a'));

  expect(asked).toEqual(['a']);
});

it('forgets what was not asked for the longest', async () => {
  const recent = new RecentAnswers<string>(2);
  const { asked, ask } = counter();

  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(name, ask(name));

  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

it('tries again after a failure', async () => {
  const recent = new RecentAnswers<string>(2);
  const { ask } = counter();

  await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await recent.get('a', ask('a'))).toBe('a');
});
