import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadFile } from './download-file.js';

const CONTENT = randomBytes(8_000_000);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

let folder: string;
let server: Server;
let url: string;
/** What the server does: break after so many bytes, once for each entry. */
let breaks: number[];
let tag: string;
let ranges: (string | undefined)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-download-'));
  [breaks, tag, ranges] = [[], '"v1"', []];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    if (request.url === '/missing') return void response.writeHead(404).end();
    const isSame = request.headers['if-range'] === tag;
    const start = isSame ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    const rest = CONTENT.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, { ETag: tag, 'Content-Length': rest.length });
    const limit = breaks.shift();
    if (limit === undefined) return void response.end(rest);
    response.write(rest.subarray(0, limit), () => response.socket?.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/register.zip`;
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('downloadFile', () => {
  it('brings the whole file and its checksum', async () => {
    const path = join(folder, 'register.zip');

    const download = await downloadFile({ url, path });

    expect(download).toEqual({ path, bytes: CONTENT.length, sha256: SHA256, resumedFrom: 0 });
    expect(await readFile(path)).toEqual(CONTENT);
  });

  it('goes on where the connection broke', async () => {
    breaks = [5_000_000, 2_000_000];
    const path = join(folder, 'register.zip');

    const { sha256, resumedFrom } = await downloadFile({ url, path, pauseMs: 1 });

    expect(sha256).toBe(SHA256);
    expect(resumedFrom).toBeGreaterThan(0);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.at(-1)).toBe(`bytes=${resumedFrom}-`);
  });

  it('begins again when the server has another version by now', async () => {
    const path = join(folder, 'register.zip');
    await writeFile(`${path}.part`, 'the beginning of an older edition');
    await writeFile(`${path}.part.version`, '"v0"');

    const { sha256, resumedFrom } = await downloadFile({ url, path });

    expect([sha256, resumedFrom]).toEqual([SHA256, 0]);
  });

  it('removes a file whose checksum differs from the publisher’s', async () => {
    const path = join(folder, 'register.zip');
    const checksum = { algorithm: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e' } as const;

    await expect(downloadFile({ url, path, checksum })).rejects.toThrow(/md5 is/);
    await expect(stat(`${path}.part`)).rejects.toThrow();
  });

  it('says what the server answered, and does not ask again', async () => {
    const missing = url.replace('register.zip', 'missing');

    await expect(downloadFile({ url: missing, path: join(folder, 'x') })).rejects.toThrow(/404/);
    expect(ranges).toHaveLength(1);
  });
});
