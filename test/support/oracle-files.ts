import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedOracle } from './shared-data.js';

export function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(sharedOracle(path), 'utf8')) as Content;
}

/** @returns the path of the file */
export function writeLines(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

/** The lines of a CSV file without quotation marks, by the names of its columns. */
export function readRows(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
  });
}

/** Lines after the header. */
export function gunzippedLines(path: string): string[] {
  return gunzippedTable(path).lines;
}

export function gunzippedTable(path: string): { header: string; lines: string[] } {
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/);
  return { header: header!, lines };
}
