import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeNetwork } from './compute-network.js';
import { computeRetention } from './compute-retention.js';
import { computeSystemicRisk } from './compute-systemic-risk.js';
import { computeTiers } from './compute-tiers.js';
import { NETWORK_MEASURES } from './network-columns.js';
import { notNegative, positive, wholeFromOne, wholeNumber } from './number-options.js';

const DEFAULT_MEASURES =
  'degree,betweenness,pagerank,k-core,communities,reciprocity,articulation,components';

export function addNetworkMeasures(compute: Command): void {
  addNetwork(compute);
  addFlows(compute.command('tiers'))
    .description('the suppliers of a firm, their suppliers and so on, and its share of each')
    .requiredOption('--focal <node>', 'the firm to start from')
    .option('--depth <steps>', 'the most steps back', wholeNumber, 10)
    .option('--smallest-share <share>', 'less is not followed further', positive, 1e-4)
    .option('--out <file>', 'node,tier,share for each node')
    .option('--json', 'print one JSON document')
    .addHelpText('after', TIERS_HELP)
    .action(computeTiers);
  addNodes(addFlows(compute.command('systemic-risk')))
    .description('what the failure of each firm, or of some, costs all the others')
    .option(
      '--sector <column>',
      'of --nodes: what the firm makes; makers of one thing can stand in',
    )
    .option('--essential <sectors>', 'inputs nobody can do without (default: all)', words)
    .option('--stop <nodes>', 'firms that fail together, instead of every firm alone', words)
    .option('--out <file>', 'node,systemic_risk for each node; with --stop node,level')
    .option('--json', 'print one JSON document')
    .addHelpText('after', SYSTEMIC_RISK_HELP)
    .action(computeSystemicRisk);
  addNodes(addFlows(compute.command('retention')), { isRequired: true })
    .description('how much spending stays with suppliers in the same region')
    .requiredOption('--region <column>', 'of --nodes')
    .option('--turnover <column>', 'of --nodes: the first round of LM3 (default: all spending)')
    .option('--out <file>', 'node,region,retention,lm3 for each node')
    .option('--json', 'print one JSON document')
    .addHelpText('after', RETENTION_HELP)
    .action(computeRetention);
}

function addNetwork(compute: Command): void {
  addNodes(addFlows(compute.command('network')))
    .description('who matters in a network of flows, such as suppliers and buyers')
    .addOption(
      new Option('--directed <boolean>', 'false: a row is an edge, whichever way it is written')
        .choices(['true', 'false'])
        .default('true'),
    )
    .option(
      '--measures <list>',
      `of ${Object.keys(NETWORK_MEASURES).join(', ')}`,
      measures,
      measures(DEFAULT_MEASURES),
    )
    .addOption(
      new Option('--distance <kind>', 'how long an arc is, for betweenness')
        .choices(['steps', 'inverse-weight'])
        .default('steps'),
    )
    .option('--cost <column>', 'the length of each row, above 0, instead')
    .option(
      '--pivots <number>',
      'betweenness from so many nodes only, with its error',
      wholeFromOne,
    )
    .option('--damping <share>', 'of pagerank and upstream-risk', share, 0.85)
    .option('--labour-share <share>', 'of influence', share, 0.5)
    .addOption(
      new Option('--quality <kind>', 'what communities maximise')
        .choices(['modularity', 'cpm'])
        .default('modularity'),
    )
    .option('--resolution <number>', 'of communities: more for smaller ones', notNegative, 1)
    .option(
      '--restarts <number>',
      'of the search for communities, the best of which counts (default: 10, up to 200 below 2,000 nodes)',
      wholeFromOne,
    )
    .option('--rounds <number>', 'of each search at most', wholeFromOne, 10)
    .option('--seed <number>', 'of communities and pivots', wholeNumber, 1)
    .option('--sector <column>', 'of --nodes: the kind of input, for sole suppliers')
    .option('--partition <column>', 'of --nodes: communities to judge instead of to find')
    .option('--out <file>', 'a line for each node, in the order in which they appear')
    .option('--edges-out <file>', 'source,target,weight,betweenness,betweenness_raw,bridge')
    .option('--json', 'print one JSON document')
    .addHelpText('after', NETWORK_HELP)
    .action(computeNetwork);
}

function addFlows(command: Command): Command {
  return command
    .requiredOption(
      '--input <file>',
      'CSV with a header, a row for each flow; .gz and .zip as well',
    )
    .option('--source <column>', 'the supplier', 'source')
    .option('--target <column>', 'the buyer', 'target')
    .option('--weight <column>', 'the flow, such as money (default: each row counts 1)');
}

function addNodes(command: Command, { isRequired = false } = {}): Command {
  const file = ['--nodes <file>', 'CSV with a row for each node, to say more of it'] as const;
  return (isRequired ? command.requiredOption(...file) : command.option(...file)).option(
    '--node <column>',
    'of --nodes: the name as in the flows',
    'node',
  );
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}

function measures(text: string): string[] {
  const names = words(text);
  const unknown = names.find((name) => !Object.hasOwn(NETWORK_MEASURES, name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `“${unknown}” is none of ${Object.keys(NETWORK_MEASURES).join(', ')}.`,
    );
  }
  return names;
}

/** Neither 0 nor all. */
function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('A number between 0 and 1.');
  return number;
}

const NETWORK_HELP = `
Columns of --out, by measure:
  degree            suppliers, buyers, inflow, outflow
  betweenness       betweenness (as a share of all pairs), betweenness_raw; with --pivots betweenness_error
  closeness         of the node to those that reach it, by steps
  pagerank          as a buyer of buyers; upstream-risk: as a supplier of suppliers
  influence         of a shock to the node on all, where each spends the labour share on labour
  hits              hub, authority
  k-core            core, core_in, core_out
  communities       community, from 0 (Leiden; the same for the same seed, however rows are ordered)
  reciprocity       mutual: partners that both supply and buy
  articulation      1 where the network falls apart without the node
  components        component, strong_component
  structural-holes  constraint (Burt), effective_size, clustering
  suppliers         supplier_hhi, sole_inputs, sole_buyers
  trophic           trophic_level: 1 without suppliers; empty behind circles that nobody supplies
Rows of one pair are added up. Rows from a node to itself count in pagerank, hits and communities only.

Example:
  atlas compute network --input trade.csv --source seller --target buyer --weight value --out firms.csv`;

const TIERS_HELP = `
tier is the fewest steps back; share is what of a unit that the firm buys comes by way of the node,
over all routes; in a circle it counts each time round.

Example:
  atlas compute tiers --input trade.csv --weight value --focal "Mill Ltd" --out suppliers.csv`;

const SYSTEMIC_RISK_HELP = `
systemic_risk is the share of all sales between firms that is lost when the firm stops (ESRI): who
buys from it produces at the smallest share that is left of an essential input, and loses the share
in all inputs of any other; who supplies it loses its orders; and so on until nothing changes.

Example:
  atlas compute systemic-risk --input trade.csv --weight value --nodes firms.csv --node id --sector sic --out risk.csv`;

const RETENTION_HELP = `
retention is the share of spending on suppliers that goes to suppliers in the same region. lm3 is
turnover, what of it goes to them, and what they spend there again, by turnover: from 1 to 3.

Example:
  atlas compute retention --input trade.csv --weight value --nodes firms.csv --node id --region area --json`;
