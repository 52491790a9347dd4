import { readTable } from './table-reader.js';

/** Pieces as large as those of a file. */
// eslint-disable-next-line @typescript-eslint/require-await -- a text is read asynchronously
async function* endless(text: string, told: { pieces: number }): AsyncGenerator<string> {
  for (; told.pieces < 1_000; told.pieces++) yield text;
}

it('gives up a first line that is no line of a table, without reading on', async () => {
  const told = { pieces: 0 };
  const pieces = endless('x'.repeat(1 << 16), told);

  await expect(readTable({ name: 'dump.csv', pieces })).rejects.toThrow(
    'dump.csv has a line of more than 262,144 characters: it is no table',
  );
  expect(told.pieces).toBeLessThan(6);
});

it('gives up such a line below title lines too', async () => {
  const told = { pieces: 0 };
  const pieces = endless(`${'x'.repeat(1 << 16)}`, told);
  async function* titled() {
    yield 'A title\n';
    yield* pieces;
  }

  await expect(
    readTable({ name: 'dump.csv', pieces: titled() }, { isHeader: () => false }),
  ).rejects.toThrow('dump.csv has a line of more than 262,144 characters: it is no table');
});

it('reads GeoJSON of one long line', async () => {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-1.47, 53.38] },
    properties: { name: 'x'.repeat(300_000) },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  async function* pieces() {
    yield '\n ';
    for (let at = 0; at < text.length; at += 1 << 16) yield text.slice(at, at + (1 << 16));
  }

  const { first } = await readTable({ name: 'one.geojson', pieces: pieces() });

  expect(first).toEqual(['longitude', 'latitude', 'name']);
});
