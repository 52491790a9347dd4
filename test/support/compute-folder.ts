import { atlas } from './atlas.js';
import { writeLines } from './oracle-files.js';

type Rows = readonly (readonly (string | number)[])[];

/** Measures tables of a folder by `atlas compute`, and writes them first. */
export class ComputeFolder {
  constructor(readonly path: string) {}

  write(name: string, header: string, rows: Rows): string {
    return writeLines(this.path, name, [header, ...rows.map((row) => row.join(','))]);
  }

  /** @throws {Error} if it does not end with 0 */
  async compute<Report>(
    measure: string,
    input: string,
    options: readonly string[],
  ): Promise<Report> {
    const { result, exitCode, stderr } = await atlas<Report>(
      { ATLAS_DATA_DIR: this.path },
      ...['compute', measure, '--input', input, ...options],
    );
    if (exitCode !== 0) throw new Error(`compute ${measure} ended with ${exitCode}: ${stderr}`);
    return result;
  }

  matrix(matrix: readonly (readonly number[])[]): string {
    const rows = matrix.flatMap((row, r) => row.map((value, s) => [`R${r}`, `I${s}`, value]));
    return this.write('matrix.csv', REGION_HEADER, rows);
  }

  /** A region, and all others. */
  againstRest(own: readonly number[], all: readonly number[]): string {
    return this.write('rest.csv', REGION_HEADER, againstRestRows(own, all));
  }
}

export const REGION_HEADER = 'region,sector,value';

/** A region's sectors, and those of all regions without it. */
export function againstRestRows(
  own: readonly number[],
  all: readonly number[],
): (string | number)[][] {
  return [
    ...own.map((amount, i) => ['here', `I${i + 10}`, amount]),
    ...own.map((amount, i) => ['rest', `I${i + 10}`, all[i]! - amount]),
  ];
}

/** Beside exact fractions and programs that print 13 digits. */
export const ORACLE_DIGITS = 11;

export function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, ORACLE_DIGITS));
}
