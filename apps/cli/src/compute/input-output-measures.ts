import { InvalidArgumentError, Option, type Command } from 'commander';
import { computeFlq } from './compute-flq.js';
import { computeLeontief } from './compute-leontief.js';
import { computeShock } from './compute-shock.js';
import { computeUpstreamness } from './compute-upstreamness.js';

export function addInputOutputMeasures(compute: Command): void {
  addTable(compute.command('upstreamness'))
    .description('how far sectors are from final use, and from primary inputs')
    .option('--out <file>', 'sector,upstreamness,downstreamness,output for each sector')
    .option('--json', 'print one JSON document')
    .addHelpText('after', `${TABLE_HELP}\n${UPSTREAMNESS_HELP}`)
    .action(computeUpstreamness);
  addTable(compute.command('leontief'))
    .description('multipliers and linkages of sectors')
    .option(
      '--out <file>',
      'sector,output,output_multiplier,input_multiplier,backward_linkage,forward_linkage',
    )
    .option('--matrix <file>', 'source,target,leontief,ghosh: both inverses; up to 2,000 sectors')
    .option('--json', 'print one JSON document')
    .addHelpText('after', `${TABLE_HELP}\n${LEONTIEF_HELP}`)
    .action(computeLeontief);
  addTable(compute.command('shock'))
    .description('what a change of demand or supply changes in the output of every sector')
    .addOption(
      new Option('--model <kind>', 'leontief: of final demand; ghosh: of primary inputs')
        .choices(['leontief', 'ghosh'])
        .default('leontief'),
    )
    .requiredOption('--changes <file>', 'CSV with sector,change; losses are negative')
    .option('--out <file>', 'sector,change,output_change,output_change_share for each sector')
    .option('--json', 'print one JSON document')
    .addHelpText('after', `${TABLE_HELP}\n${SHOCK_HELP}`)
    .action(computeShock);
  compute
    .command('flq')
    .description('the share of national input coefficients that a region covers itself')
    .requiredOption('--input <file>', 'CSV with a header and a row for each sector')
    .option('--sector <column>', 'its name', 'sector')
    .option('--region <column>', 'output, or jobs, in the region', 'region')
    .option('--nation <column>', 'the same in the nation, the region included', 'nation')
    .option('--delta <number>', 'how steeply small regions import, below 1', delta, 0.3)
    .option('--out <file>', 'source,target,flq for each pair of sectors')
    .option('--json', 'print one JSON document')
    .addHelpText('after', FLQ_HELP)
    .action(computeFlq);
}

function addTable(command: Command): Command {
  return command
    .requiredOption(
      '--input <file>',
      'CSV with a header and a row for each flow; .gz and .zip as well',
    )
    .option('--source <column>', 'the selling sector', 'source')
    .option('--target <column>', 'the buying sector', 'target')
    .option('--value <column>', 'the flow; not negative between sectors', 'value')
    .option('--final <names>', 'targets that are final uses, such as households', words)
    .option('--exports-to <names>', 'targets that are exports, also a final use', words)
    .option('--primary <names>', 'sources that are no sectors, such as wages', words)
    .option(
      '--imports-from <names>',
      'sources that are imports of the product of the target',
      words,
    )
    .option('--sectors <file>', 'CSV: sector and output, final_demand, exports, imports');
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}

function delta(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number < 1)) {
    throw new InvalidArgumentError('A number from 0 to below 1.');
  }
  return number;
}

const TABLE_HELP = `
The table is in long form, a row for each flow, zeros left out:
  source,target,value        and, for what goes in and out of sectors, either more rows of it
  steel,cars,40                 cars,households,120  with --final households,government
  coal,steel,25                 cars,abroad,30       with --exports-to abroad
                             or a second file, --sectors, with a row for each sector:
                                sector,output,final_demand,exports,imports
of which any column may be missing. Output is the column output, else sales to sectors and final uses.`;

const UPSTREAMNESS_HELP = `
Upstreamness is 1 where all goes to final users, and 1 more for each sector on the way (Antras and
others 2012); exports and imports correct what is used at home. It needs sectors that do not sell more
than they produce, and says which do.

Example:
  atlas compute upstreamness --input use.csv --sectors totals.csv --out positions.csv`;

const LEONTIEF_HELP = `
output_multiplier: output of all sectors for a unit of final demand (column sums of the Leontief
inverse). input_multiplier: output that a unit of primary input makes possible (row sums of Ghosh's).
backward_linkage and forward_linkage: the same by their means.

Example:
  atlas compute leontief --input use.csv --final households,government --out multipliers.csv --json`;

const SHOCK_HELP = `
Example:
  atlas compute shock --input use.csv --sectors totals.csv --changes lost-demand.csv --out effects.csv`;

const FLQ_HELP = `
Multiply national input coefficients by flq to have the region's (Flegg and Webber 2000). Empty where
a sector is not there to buy.

Example:
  atlas compute flq --input jobs.csv --region salford --nation gb --out shares.csv`;
