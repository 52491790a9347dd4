import { join } from 'node:path';
import { atlas } from './atlas.js';
import { readRows } from './oracle-files.js';

/** Runs `atlas compute …`, which must succeed, in a folder. */
export async function runMeasure<Result>(
  folder: string,
  measure: string,
  words: readonly string[],
): Promise<Result> {
  const { result, exitCode } = await atlas<Result>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', measure, ...words],
  );
  expect({ result, exitCode }).toMatchObject({ result: { measure }, exitCode: 0 });
  return result;
}

/** As `runMeasure`, and reads what it says of each row; an empty cell is NaN. */
export async function runLocalMeasure(folder: string, measure: string, words: readonly string[]) {
  const out = join(folder, 'out.csv');
  const result = await runMeasure<object>(folder, measure, [...words, '--out', out]);
  const rows = readRows(out);
  expect(rows.map(({ row }) => Number(row))).toEqual(rows.map((_, i) => i + 1));
  const number = (text: string) => (text === '' ? NaN : Number(text));
  return { result, rows, column: (name: string) => rows.map((row) => number(row[name]!)) };
}

/** Relative to the expected figure; to 1e-14 of the largest where it is next to nothing. */
export function expectClose(
  actual: readonly number[],
  expected: readonly number[],
  tolerance = 1e-12,
): void {
  expect(actual).toHaveLength(expected.length);
  const least = 1e-14 * Math.max(...expected.map((figure) => Math.abs(figure) || 0));
  const far = expected.flatMap((figure, i) => {
    const distance = Math.abs(actual[i]! - figure);
    const isClose = Number.isNaN(figure)
      ? Number.isNaN(actual[i])
      : distance <= Math.max(least, tolerance * Math.abs(figure));
    return isClose ? [] : [{ i, figure, actual: actual[i] }];
  });
  expect(far).toEqual([]);
}

/** Five errors of the difference of two shares of 9999 draws, on each of `tails`. */
export function expectDrawnAlike(
  actual: readonly number[],
  expected: readonly number[],
  tails: number,
): void {
  const far = expected.flatMap((p, i) => {
    const tail = Math.min(0.5, Math.max(p / tails, 5 / 9999));
    const error = tails * Math.sqrt((2 * tail * (1 - tail)) / 9999);
    return Math.abs(actual[i]! - p) <= 5 * error ? [] : [{ i, p, actual: actual[i] }];
  });
  expect(far).toEqual([]);
}
