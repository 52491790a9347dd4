import { HubDensityQuery, type HubDensity } from '@cluster-atlas/contract';
import { analyseHub, loadPoints } from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable } from '../output.js';
import { addAnalyseAreas } from './analyse-areas.js';
import { addAnalyseConcentration } from './analyse-concentration.js';
import { addAnalyseClusters } from './analyse-clusters.js';
import { addAnalyseCoverage } from './analyse-coverage.js';
import { addAnalyseHistory } from './analyse-history.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';

export function addAnalyse(program: Command): void {
  const analyse = program.command('analyse').description('Measure what the database holds.');
  addSelection(
    analyse
      .command('hub')
      .description('the density around a hub or a point')
      .argument('<slug or lat,lon>', 'for example mediacityuk or 53.4729,-2.2997')
      .option('--radii <metres>', 'radii of the discs (default 250,500,1000,2000)')
      .option('--base <base>', 'loaded (default), country:GB or area:CODE'),
  )
    .option('--json', 'print one JSON document')
    .action(analyseHubCommand);
  addAnalyseClusters(analyse);
  addAnalyseHistory(analyse);
  addAnalyseAreas(analyse);
  addAnalyseConcentration(analyse);
  addAnalyseCoverage(analyse);
}

async function analyseHubCommand(
  place: string,
  { json, ...options }: SelectionOptions,
): Promise<void> {
  const query = parseQuery(HubDensityQuery, options);
  const result = await withDatabase(async (database) =>
    analyseHub(database, await loadPoints(database), { place, query }),
  );
  print({ json: json === true }, result, () => describeHub(result));
}

function describeHub(result: HubDensity): string {
  const { centre, hub, rings, sectors, nearest, warnings } = result;
  return [
    hub ? `${hub.name} (${hub.kind})` : 'A point',
    `  ${centre.latitude.toFixed(5)}, ${centre.longitude.toFixed(5)}; EPSG:27700 ${centre.easting.toFixed(1)}, ${centre.northing.toFixed(1)}`,
    '',
    textTable(
      ['radius m', 'matching', 'all', 'per km²', 'LQ', 'low', 'high'],
      rings.map(({ radius, count, all, densityPerKm2, lq, low, high }) => [
        radius,
        count,
        all,
        densityPerKm2,
        lq,
        low,
        high,
      ]),
    ),
    '',
    textTable(
      ['sector', 'businesses'],
      sectors.slice(0, 10).map(({ code, title, count }) => [`${code} ${title}`, count]),
    ),
    '',
    textTable(
      ['nearest', 'metres'],
      nearest.map(({ name, distance }) => [name, Math.round(distance)]),
    ),
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
