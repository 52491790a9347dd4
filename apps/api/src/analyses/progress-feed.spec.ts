import type { AnalysisProgress } from '@cluster-atlas/contract';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Busy } from '../http/busy.js';
import { ProgressFeed } from './progress-feed.js';

const RUNNING: AnalysisProgress = {
  id: 'A',
  state: 'running',
  done: 0,
  total: 99,
  failure: null,
  finishedAt: null,
};

let run: AnalysisProgress | null;
let questions: string[][];
let feed: ProgressFeed;
let server: Server;
let refusals: unknown[];

beforeEach(async () => {
  [run, questions, refusals] = [RUNNING, [], []];
  const read = (ids: string[]) => {
    questions.push(ids);
    return Promise.resolve(run ? [run] : []);
  };
  feed = new ProgressFeed(read, { followers: 2, pause: 5, heartbeat: 5 });
  server = createServer((_, response) => {
    feed.follow('A', response).catch((error: unknown) => {
      refusals.push(error);
      response.writeHead(500).end();
    });
  });
  await once(server.listen(0), 'listening');
});

afterEach(() => {
  feed.close();
  server.close();
  server.closeAllConnections();
});

async function follow() {
  const controller = new AbortController();
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`, { signal: controller.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    answer,
    leave: () => controller.abort(),
    /** @returns all that came until it holds the words, or the stream ended */
    until: async (words: string) => {
      while (!text.includes(words)) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    },
  };
}

const END = 'never sent';
const eventsOf = (text: string) => text.split('\n\n').filter((part) => part.startsWith('id:'));

it('tells at once how far the run is, then each change once, and ends with the run', async () => {
  const { answer, until } = await follow();
  await until('"done":0');
  run = { ...RUNNING, done: 40 };
  await until('"done":40');
  run = { ...RUNNING, done: 99, state: 'done' };

  const text = await until(END);

  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(eventsOf(text)).toEqual([
    `id: 1\ndata: ${JSON.stringify(RUNNING)}`,
    `id: 2\ndata: ${JSON.stringify({ ...RUNNING, done: 40 })}`,
    `id: 3\ndata: ${JSON.stringify({ ...RUNNING, done: 99, state: 'done' })}`,
  ]);
});

it('gives signs of life while nothing changes', async () => {
  const { until } = await follow();

  expect(eventsOf(await until(':\n\n:\n\n'))).toHaveLength(1);
});

it('asks one question for all who listen', async () => {
  const streams = [await follow(), await follow()];
  const before = questions.length;
  await streams[0]!.until(':\n\n:\n\n');
  run = { ...RUNNING, state: 'cancelled' };

  const texts = await Promise.all(streams.map(({ until }) => until(END)));

  expect(texts.map((text) => eventsOf(text).length)).toEqual([2, 2]);
  expect(new Set(questions.slice(before).map(String))).toEqual(new Set(['A']));
});

it('refuses one more than it takes on, until another one leaves', async () => {
  const [first] = [await follow(), await follow()];

  expect((await follow()).answer.status).toBe(500);
  expect(refusals[0]).toBeInstanceOf(Busy);
  first.leave();
  while ((await follow()).answer.status !== 200); // the server hears of it a moment later
});

it('says of a run that is deleted that it has expired, and knows no other', async () => {
  const { until } = await follow();
  run = null;

  expect(await until(END)).toContain('"state":"expired"');
  expect((await follow()).answer.status).toBe(500);
  expect(refusals).toMatchObject([{ message: 'There is no analysis “A”.' }]);
});

it('ends all streams when the server closes, and begins none', async () => {
  const { until } = await follow();

  feed.close();

  expect(eventsOf(await until(END))).toHaveLength(1);
  expect((await follow()).answer.status).toBe(500);
});
