import { AreaEmploymentQuery, type AreaEmployment } from '@cluster-atlas/contract';
import { describeEmployment, layerOfCode, readEmployment } from '@cluster-atlas/data';
import { withDatabase } from '../database.js';
import { print } from '../output.js';
import { parseQuery, type SelectionOptions } from '../selection-options.js';
import { UsageError } from '../usage-error.js';
import { percent, sectorTable } from './sector-table.js';

/** The jobs of one area by sector. */
export async function analyseEmployment(
  code: string | undefined,
  { json, layer, corners: _corners, ...options }: SelectionOptions,
): Promise<void> {
  if (code === undefined) {
    throw new UsageError('Jobs are known of areas with a code, not of --corners.');
  }
  const query = parseQuery(AreaEmploymentQuery, options);
  const employment = await withDatabase(async (database) =>
    describeEmployment(
      { database, table: (edition, level) => readEmployment(database, edition, level) },
      { layer: String(layer ?? (await layerOfCode(database, code))), code },
      query,
    ),
  );
  print({ json: json === true }, employment, () => describeJobs(employment));
}

function describeJobs({
  name,
  code,
  layer,
  figures,
  layerHasFigures,
  definition,
  warnings,
}: AreaEmployment): string {
  const title = `${name} (${code} in ${layer})`;
  if (!figures) {
    const what = layerHasFigures
      ? 'this area, though there is for others of its layer'
      : 'this layer';
    return `${title}: no employment data is loaded for ${what}. Load some with: atlas import employment FILE`;
  }
  const { year, since, jobs, growth, base, sectors, source } = figures;
  const count = (number: number) => number.toLocaleString('en-GB');
  const change = (share: number | null) =>
    share === null ? '' : ` (${percent(share)!.toFixed(1)} % since ${since})`;
  return [
    title,
    `  ${count(jobs)} jobs in ${year}${change(growth)}; ` +
      `${count(base.jobs)}${change(base.growth)} in all ${base.areas} areas (${base.kind})`,
    '',
    sectorTable('jobs', sectors),
    '',
    `Source: ${source.name}, as of ${source.asOf}, ${source.licence}. ${source.attribution}`,
    `Note: ${String(definition['rounding'])}`,
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
