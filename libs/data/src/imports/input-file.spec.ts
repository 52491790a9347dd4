import { deflateRawSync, gzipSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { openInput } from './input-file.js';
import { TestFiles } from './test-files.js';

const files = new TestFiles();
afterAll(() => files.remove());

/** What can be read, and the error after it. */
async function read(name: string, content: Uint8Array) {
  const texts: Record<string, string> = {};
  let error: string | null = null;
  let current = '';
  try {
    for await (const { name: entry, pieces } of openInput(files.write(name, content), () => {})) {
      current = entry;
      texts[current] = '';
      for await (const piece of pieces) texts[current] += piece;
    }
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { texts, error };
}

const LINES = Array.from({ length: 40_000 }, (_, i) => `${i},${i * 7919},line\n`).join('');

it('reads plain text and gzip, also of several members', async () => {
  const gzip = Buffer.concat([gzipSync('a,b\n'), gzipSync('1,2\n')]);

  expect(await read('plain.csv', Buffer.from('a,b\n'))).toEqual({
    texts: { 'plain.csv': 'a,b\n' },
    error: null,
  });
  expect(await read('two.csv.gz', gzip)).toEqual({
    texts: { 'two.csv': 'a,b\n1,2\n' },
    error: null,
  });
});

it('gives all that a truncated gzip still holds, then tells that it is damaged', async () => {
  const whole = gzipSync(LINES);

  const { texts, error } = await read('cut.csv.gz', whole.subarray(0, whole.length / 2));

  expect(error).toBe('cut.csv.gz is damaged or cut off: unexpected end of file');
  expect(LINES.startsWith(texts['cut.csv']!)).toBe(true);
  expect(texts['cut.csv']!.length).toBeGreaterThan(0.4 * LINES.length);
});

it('reads the tables of a zip and passes over the rest', async () => {
  const archive = zip({ 'a.csv': 'a\n', 'readme.md': 'x', 'folder/b.csv': 'b\n' });

  expect(await read('two.zip', archive)).toEqual({
    texts: { 'a.csv': 'a\n', 'b.csv': 'b\n' },
    error: null,
  });
});

it('says what a zip holds instead of a table', async () => {
  const workbook = zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' });
  const photos = zip({
    'a.jpg': 'a',
    'b.jpg': 'b',
    'c.jpg': 'c',
    'd.jpg': 'd',
    'e.jpg': 'e',
    'f.jpg': 'f',
  });

  expect(await read('firms.xlsx', workbook)).toEqual({
    texts: {},
    error: 'firms.xlsx is a spreadsheet: save the sheet as CSV, and import that',
  });
  expect(await read('photos.zip', photos)).toEqual({
    texts: {},
    error:
      'photos.zip holds no .csv, .tsv or .txt, but a.jpg, b.jpg, c.jpg, d.jpg, e.jpg and 1 more',
  });
});

it('gives all that a truncated zip still holds, then tells that it is damaged', async () => {
  const archive = zip({ 'a.csv': LINES, 'readme.md': LINES, 'b.csv': LINES });
  const lastThird = (archive.length * 5) / 6;

  const { texts, error } = await read('cut.zip', archive.subarray(0, lastThird));

  expect(error).toBe('cut.zip is damaged or cut off: unexpected end of file');
  expect(texts['a.csv']).toBe(LINES);
  expect(LINES.startsWith(texts['b.csv']!)).toBe(true);
  expect(texts['b.csv']!.length).toBeGreaterThan(0.3 * LINES.length);
});

it('notices a damaged entry of a whole zip', async () => {
  const archive = zip({ 'a.csv': LINES });
  archive[archive.length >> 1]! ^= 1;

  const { error } = await read('flipped.zip', archive);

  expect(error).toMatch(/^flipped\.zip is damaged or cut off: /);
});

it('reads UTF-8, Windows-1252 and UTF-16, wherever the first letter beyond ASCII stands', async () => {
  const far = `${'x'.repeat(300_000)}\n`;

  const text = async (bytes: Uint8Array) =>
    (await read('text.csv', bytes)).texts['text.csv']!.trim().slice(-9);

  expect(await text(Buffer.from(`${far}Café – 5€`))).toBe('Café – 5€');
  expect(
    await text(
      Buffer.concat([Buffer.from(`${far}Caf`), Buffer.from([0xe9, 0x20, 0x96, 0x20, 0x35, 0x80])]),
    ),
  ).toBe('Café – 5€');
  expect(await text(Buffer.from('\uFEFFCafé – 5€', 'utf16le'))).toBe('Café – 5€');
});

it('keeps a UTF-8 file as that when one of its characters is damaged', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Café, Zoë, '),
    Buffer.from([0xe9]),
    Buffer.from(', Ångström'),
  ]);

  expect((await read('text.csv', bytes)).texts['text.csv']).toBe('Café, Zoë, \uFFFD, Ångström');
});

/** A zip as most programs write it. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
function zip(contents: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(contents)) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(name.length, 22);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    parts.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), data);
    index.push(
      Buffer.from('PK\x01\x02\x14\0', 'latin1'),
      common,
      Buffer.alloc(10),
      offset,
      Buffer.from(name),
    );
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(contents).length, 8);
  end.writeUInt16LE(Object.keys(contents).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
