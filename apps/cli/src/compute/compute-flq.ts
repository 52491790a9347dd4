import { flq } from '@cluster-atlas/analytics';
import { readOwnTable } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { print, type OutputOptions } from '../output.js';
import { describe, timed, type Summary } from './summary.js';
import { textColumn, weightColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface FlqCommandOptions extends OutputOptions {
  input: string;
  sector: string;
  region: string;
  nation: string;
  delta: number;
  out?: string;
}

/** The share of inputs that a region covers, from a line for each sector. */
export async function computeFlq(options: FlqCommandOptions): Promise<void> {
  const { input, delta } = options;
  const names: string[] = [];
  const region: number[] = [];
  const nation: number[] = [];
  const n = await readOwnTable(input, (columns) => {
    const header = { file: basename(input), names: columns };
    const readName = textColumn(header, options.sector);
    const readRegion = weightColumn(header, options.region);
    const readNation = weightColumn(header, options.nation);
    return (row) => {
      names.push(readName(row));
      region.push(readRegion(row));
      nation.push(readNation(row));
    };
  });
  const { result, seconds } = timed(() =>
    flq({ region: Float64Array.from(region), nation: Float64Array.from(nation), delta }),
  );
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['source', 'target', 'flq'],
      result.map((share, at) => [names[Math.floor(at / n)]!, names[at % n]!, share]),
    );
  }
  const known = result.filter((share) => share !== null);
  const summary: Summary & { meanShare: number | null } = {
    measure: 'flq',
    n,
    meanShare:
      known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null,
    parameters: { input, region: options.region, nation: options.nation, delta },
    warnings: n === 0 ? ['The file has a header and no rows.'] : [],
    seconds,
  };
  print(options, summary, () =>
    describe([`${n} sectors, mean share covered ${summary.meanShare?.toFixed(3) ?? '–'}`], summary),
  );
}
