import {
  ClusterQuery,
  type Cluster,
  type ClusterEvidence,
  type ClusterRun,
} from '@cluster-atlas/contract';
import {
  clusterFeatures,
  clusterTableCsv,
  defineRun,
  findClusters,
  keepRun,
  loadPoints,
} from '@cluster-atlas/data';
import { withWorkers } from '@cluster-atlas/workers';
import { Option, type Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable, writeOut } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';
import { UsageError } from '../usage-error.js';

/** So many clusters are worth reading in a terminal. */
const MOST_LINES = 50;

export function addAnalyseClusters(analyse: Command): void {
  addMethod(
    addSelection(
      analyse
        .command('clusters')
        .description(
          'the density clusters of the selected businesses, outlined, named and measured',
        ),
    ),
  )
    .option('--labellings <number>', 'test each against so many random labellings (default 0)')
    .option('--seed <number>', 'of the random labellings (default 1)')
    .option('--robustness', 'try other parameters, to see which clusters persist')
    .addOption(
      new Option(
        '--format <format>',
        'csv prints a line for each cluster with all its measures, geojson the outlines',
      ).choices(['text', 'csv', 'geojson']),
    )
    .option('--keep <name>', 'keep the run under a name, and give its clusters permanent ids')
    .option('--json', 'print one JSON document')
    .action(analyseClustersCommand);
}

/** How clusters are found. */
export function addMethod(command: Command): Command {
  return command
    .option(
      '--weight <unit>',
      'businesses (default), or jobs: places weigh what their business states, shared among them',
    )
    .option('--method <method>', 'dbscan (default) or hdbscan')
    .option('--eps <metres>', 'dbscan: how far neighbours may be apart (default 250)')
    .option(
      '--min-points <number>',
      'dbscan: businesses, or jobs, within eps that make a core (default 10)',
    )
    .option('--labels <policy>', 'dbscan: nearest (default), sklearn, postgis or star')
    .option(
      '--min-cluster-size <number>',
      'hdbscan: businesses, or jobs, of the least cluster (default 10)',
    )
    .option('--min-samples <number>', 'hdbscan: neighbours, or jobs, within the core distance')
    .option(
      '--min-scale <metres>',
      'hdbscan: shorter distances are not told apart (default 0; 100 for jobs)',
    )
    .option('--selection <rule>', 'hdbscan: eom (default) or leaf')
    .option(
      '--selection-epsilon <metres>',
      'hdbscan: clusters closer than this are one (default 0)',
    )
    .option('--min-size <number>', 'list clusters of so many businesses (default: all)');
}

async function analyseClustersCommand({
  json,
  format,
  keep,
  ...options
}: SelectionOptions): Promise<void> {
  const query = parseQuery(ClusterQuery, options);
  const name = typeof keep === 'string' ? keep.trim() : null;
  if (name === '') throw new UsageError('--keep takes the name of the run');
  const found = await withDatabase(async (database) => {
    const store = await loadPoints(database);
    return withWorkers(async (workers) => {
      const sources = { database, store, workers };
      if (name !== null) return keepRun(sources, defineRun(query), { name, actor: 'command line' });
      return { id: null, ...(await findClusters(sources, query)) };
    });
  });
  const { id, run } = found;
  if (format === 'geojson') print({ json: true }, clusterFeatures(run), () => '');
  else if (format === 'csv') await writeOut(clusterTableCsv(run));
  else {
    const kept = id === null ? '' : `Kept as run ${id}.\n`;
    const answer = id === null ? run : { id, name, ...run };
    print({ json: json === true }, answer, () => `${kept}${describeRun(run)}`);
  }
}

const COLUMNS = [
  ...['cluster', 'businesses', 'km²', 'per km²', 'LQ', 'low', 'high', 'p', 'robust'],
  ...['tier', 'evidence'],
];

function clusterLine(cluster: Cluster): (string | number | null)[] {
  const { name, size, areaKm2, densityPerKm2, lq, low, high, robustness } = cluster;
  const p = cluster.significance?.p ?? null;
  return [
    ...[name, size, areaKm2, densityPerKm2, lq, low, high, p, robustness],
    ...[cluster.tier, describeEvidence(cluster.evidence)],
  ];
}

/** `related yes, active no`: what is known; what there is no evidence of is left out. */
function describeEvidence(evidence: ClusterEvidence): string {
  const { coLocated, related, linked, active } = evidence;
  return Object.entries({ 'co-located': coLocated, related, linked, active })
    .filter(([, { verdict }]) => verdict !== 'noEvidence')
    .map(([criterion, { verdict }]) => `${criterion} ${verdict === 'met' ? 'yes' : 'no'}`)
    .join(', ');
}

function describeTiers(tiers: ClusterRun['tiers']): string[] {
  if (!tiers) return ['No tiers: every business is selected, or there are too few clusters.'];
  const { amount, compared, lq25, lq50, lq75, lq90, amount25, establishments25 } = tiers;
  const figure = (value: number) => value.toPrecision(3);
  return [
    `Tiers beside ${compared} clusters: more than ${amount25} ${amount} and ${establishments25} establishments, and`,
    `  LQ above ${figure(lq25)} qualifying, above ${figure(lq50)} significant, from ${figure(lq75)} strong, from ${figure(lq90)} strong10 (both from 1)`,
  ];
}

function describeRun({ clusters, businesses, core, border, noise, ...rest }: ClusterRun): string {
  const { clustered, tooSmall, tiers, warnings } = rest;
  return [
    `${clusters.length} clusters with ${clustered} of ${businesses} businesses`,
    `  places: ${core} core, ${border} border, ${noise} noise`,
    ...(tooSmall > 0 ? [`  ${tooSmall} smaller clusters are not listed`] : []),
    '',
    textTable(COLUMNS, clusters.slice(0, MOST_LINES).map(clusterLine)),
    ...describeTiers(tiers),
    ...(clusters.length > MOST_LINES ? [`… and ${clusters.length - MOST_LINES} more`] : []),
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
