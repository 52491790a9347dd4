import { readTable } from './table-reader.js';

/** Pieces as large as those of a file. */
const PIECE = 1 << 16;

// eslint-disable-next-line @typescript-eslint/require-await -- a text is read asynchronously
async function* pieces(texts: Iterable<string>): AsyncGenerator<string> {
  yield* texts;
}

function* onOneLine(beginning: string, told: { pieces: number }): Generator<string> {
  yield beginning;
  for (; told.pieces < 1_000; told.pieces++) yield 'x'.repeat(PIECE);
}

it.each([
  ['a first line', 'x', {}],
  ['a line below titles', 'A title\n', { isHeader: () => false }],
])('gives up %s that is no line of a table, without reading on', async (_, beginning, rules) => {
  const told = { pieces: 0 };
  const text = { name: 'dump.csv', pieces: pieces(onOneLine(beginning, told)) };

  await expect(readTable(text, rules)).rejects.toThrow(
    'dump.csv has a line of more than 262,144 characters: it is no table',
  );
  expect(told.pieces).toBeLessThan(6);
});

it('reads GeoJSON of one long line', async () => {
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-1.47, 53.38] },
    properties: { name: 'x'.repeat(300_000) },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const parts = Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) =>
    text.slice(i * PIECE, (i + 1) * PIECE),
  );

  const { first } = await readTable({ name: 'one.geojson', pieces: pieces(['\n ', ...parts]) });

  expect(first).toEqual(['longitude', 'latitude', 'name']);
});
