import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedOracle } from './shared-data.js';

export function readOracle<Content>(path: string): Content {
  return JSON.parse(readFileSync(sharedOracle(path), 'utf8')) as Content;
}

/** @returns its path */
export function writeLines(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

/** Lines after the header. */
export function gunzippedLines(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/).slice(1);
}
