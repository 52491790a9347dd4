import { ConcentrationQuery, type Concentration } from '@cluster-atlas/contract';
import { loadPoints, measureConcentration } from '@cluster-atlas/data';
import { withWorkers } from '@cluster-atlas/workers';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';

export function addAnalyseConcentration(analyse: Command): void {
  addSelection(
    analyse
      .command('concentration')
      .description('whether the selected businesses gather more than all do, by distance: M(r)'),
  )
    .option('--radii <metres>', 'separated by commas (default 100,250,500,1000,2000,5000)')
    .option('--labellings <number>', 'random labellings that give the band (default 199)')
    .option('--seed <number>', 'of the random labellings (default 1)')
    .option('--json', 'print one JSON document')
    .action(analyseConcentrationCommand);
}

async function analyseConcentrationCommand({ json, ...options }: SelectionOptions): Promise<void> {
  const query = parseQuery(ConcentrationQuery, options);
  const answer = await withDatabase(async (database) => {
    const store = await loadPoints(database);
    return withWorkers((workers) => measureConcentration({ database, store, workers }, query));
  });
  print({ json: json === true }, answer, () => describeCurve(answer));
}

function describeCurve(answer: Concentration): string {
  const { points, all, curve, classification, p, labellings, warnings } = answer;
  return [
    `M of ${points} places of the selection among ${all}; 1: spread like all businesses`,
    textTable(
      ['metres', 'M', 'low', 'high'],
      curve.map(({ radius, m, low, high }) => [radius, m, low, high]),
    ),
    `By the band of ${labellings} random labellings: ${classification}${p === null ? '' : `, p = ${p.toPrecision(2)}`}`,
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
