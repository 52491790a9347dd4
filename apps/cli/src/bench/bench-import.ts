import { readRegister, type RegisterImportReport } from '@cluster-atlas/data';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { generatePostcodes, generateRegister } from './generate-register.js';
import { runAtlas } from './run-atlas.js';
import type { ScratchDatabase } from './scratch-database.js';

export interface ImportBench {
  engine: string;
  rows: number;
  seconds: number;
  rowsPerSecond: number;
  peakMegabytes: number | null;
  /** A bare COPY of the same parsed columns into a table without an index; null on the embedded engine. */
  copyRowsPerSecond: number | null;
  /** Our speed over that of COPY. */
  ratioToCopy: number | null;
}

/** The whole importer, all indexes and the change feed included, beside a bare COPY. */
export async function benchImport(
  databases: readonly ScratchDatabase[],
  rows: number,
): Promise<ImportBench[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-files-'));
  try {
    const postcodes = await generatePostcodes(folder);
    const register = await generateRegister(folder, rows);
    const results: ImportBench[] = [];
    for (const { engine, environment } of databases) {
      await runAtlas(environment, ['import', 'postcodes', postcodes]);
      const { result, peakMegabytes } = await runAtlas<RegisterImportReport>(environment, [
        'import',
        'companies-house',
        register,
      ]);
      const rowsPerSecond = Math.round(result.rows / result.seconds);
      const copyRowsPerSecond =
        engine === 'postgresql' ? await copyBare(environment['DATABASE_URL']!, register) : null;
      results.push({
        engine,
        rows: result.imported,
        seconds: result.seconds,
        rowsPerSecond,
        peakMegabytes,
        copyRowsPerSecond,
        ratioToCopy: copyRowsPerSecond === null ? null : rowsPerSecond / copyRowsPerSecond,
      });
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the same file with the same reader, and does nothing with it but COPY. */
async function copyBare(url: string, register: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `CREATE UNLOGGED TABLE bare_copy (number text, name text, status text, category text, started_on date,
         address text, postcode text, sectors text)`,
    );
    const started = performance.now();
    let rows = 0;
    async function* lines() {
      for await (const row of readRegister(register)) {
        rows++;
        const sectors = row.sectors.map(({ code }) => code).join(' ');
        const cells = [
          row.externalId,
          row.name,
          row.status,
          row.category,
          row.startedOn,
          row.address,
          row.postcode,
          sectors,
        ];
        yield `${cells.map((cell) => cell ?? '\\N').join('\t')}\n`;
      }
    }
    await pipeline(Readable.from(lines()), client.query(copyFrom('COPY bare_copy FROM STDIN')));
    return Math.round((1000 * rows) / (performance.now() - started));
  } finally {
    await client.end();
  }
}
