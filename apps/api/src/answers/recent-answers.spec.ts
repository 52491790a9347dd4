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
  const recent = new RecentAnswers<string>({ answers: 2 });
  const { asked, ask } = counter();

  await Promise.all([recent.get('a', ask('a')), recent.get('a', ask('a'))]);
  await recent.get('a', ask('a'));

  expect(asked).toEqual(['a']);
});

it('forgets what was not asked for the longest', async () => {
  const recent = new RecentAnswers<string>({ answers: 2 });
  const { asked, ask } = counter();

  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(name, ask(name));

  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

it('tries again after a failure', async () => {
  const recent = new RecentAnswers<string>({ answers: 2 });
  const { ask } = counter();

  await expect(recent.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await recent.get('a', ask('a'))).toBe('a');
});

it('gives up what nobody waits for any more, and not before', async () => {
  const recent = new RecentAnswers<string>({ answers: 2 });
  const [first, second] = [new AbortController(), new AbortController()];
  const stopped: string[] = [];
  const endless = (signal: AbortSignal) =>
    new Promise<string>((_, reject) =>
      signal.addEventListener('abort', () => {
        stopped.push('stopped');
        reject(signal.reason as Error);
      }),
    );
  const answers = [first, second].map(({ signal }) => recent.get('a', endless, signal));

  first.abort();
  await expect(answers[0]).rejects.toThrow('aborted');
  expect(stopped).toEqual([]);
  second.abort();
  await expect(answers[1]).rejects.toThrow('aborted');

  expect(stopped).toEqual(['stopped']);
  expect(await recent.get('a', () => Promise.resolve('anew'))).toBe('anew');
});

it('forgets the oldest when all together take too many bytes, and keeps one of any size', async () => {
  const recent = new RecentAnswers<string>({
    answers: 9,
    bytes: 5,
    bytesOf: ({ length }) => length,
  });
  const { asked, ask } = counter();

  for (const name of ['aa', 'bbb', 'aa', 'c', 'bbb', 'dddddddd', 'dddddddd']) {
    await recent.get(name, ask(name));
  }

  // aa and bbb are 5; c makes 6, so bbb goes, is asked again, and aa goes
  expect(asked).toEqual(['aa', 'bbb', 'c', 'bbb', 'dddddddd']);
});
