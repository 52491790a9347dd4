import {
  HubRankingQuery,
  OfficeCellQuery,
  type AddressList,
  type Coverage,
  type HubRanking,
  type OfficeCells,
  type OfficeDistances,
} from '@cluster-atlas/contract';
import {
  addressCsv,
  describeCoverage,
  describeOffices,
  listAddresses,
  listOfficeCells,
  loadPoints,
  rankHubs,
  readSourceEditions,
  resolveSelection,
} from '@cluster-atlas/data';
import { Option, type Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';

const MOST_ADDRESSES = 20;
const MOST_IN_FILE = 1_000;
const MOST_REVERSALS = 10;

/** As the panel of the map has them. */
interface Trust {
  coverage: Coverage;
  addresses: AddressList;
  hubRanking: HubRanking;
  offices: OfficeDistances;
  officeCells: OfficeCells;
}

export function addAnalyseCoverage(analyse: Command): void {
  addSelection(
    analyse
      .command('coverage')
      .description('how far the figures of a selection can be trusted: gaps, addresses, radii')
      .option('--bbox <box>', 'west,south,east,north in degrees (default: everywhere)')
      .option('--radii <metres>', 'radii that rank the hubs (default 250,500,1000,2000)'),
  )
    .addOption(
      new Option('--format <format>', 'csv: the busiest addresses').choices([
        'text',
        'csv',
        'json',
      ]),
    )
    .option('--json', 'print one JSON document')
    .action(analyseCoverageCommand);
}

async function analyseCoverageCommand({
  json,
  format,
  ...options
}: SelectionOptions): Promise<void> {
  const query = parseQuery(HubRankingQuery, options);
  const trust = await withDatabase(async (database): Promise<Trust> => {
    const store = await loadPoints(database);
    const asked = { query, selection: await resolveSelection(database, query) };
    const cellQuery = { ...OfficeCellQuery.parse({}), ...query };
    const most = format === 'csv' ? MOST_IN_FILE : MOST_ADDRESSES;
    return {
      coverage: await describeCoverage(store, await readSourceEditions(database), asked),
      addresses: await listAddresses({ database, store }, asked, most),
      hubRanking: await rankHubs({ database, store }, asked),
      offices: await describeOffices(store, asked),
      officeCells: await listOfficeCells({ database, store }, { ...asked, query: cellQuery }),
    };
  });
  if (format === 'csv') process.stdout.write(addressCsv(trust.addresses));
  else print({ json: json === true || format === 'json' }, trust, () => inWords(trust));
}

function inWords({ coverage, addresses, hubRanking, offices, officeCells }: Trust): string {
  return [
    ...coverageLines(coverage),
    '',
    textTable(
      ['postcode', 'address', 'businesses', 'registrations', 'left out'],
      addresses.items.map(({ postcode, address, businesses, registrations, isLeftOut }) => [
        postcode ?? '–',
        (address ?? '–').slice(0, 50),
        businesses,
        registrations,
        isLeftOut ? 'yes' : 'no',
      ]),
    ),
    '',
    ...rankingLines(hubRanking),
    '',
    ...officeLines(offices),
    ...(offices.apart > 0 ? officeCellLines(officeCells) : []),
    ...coverage.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}

function coverageLines(coverage: Coverage): string[] {
  const { businesses, onMap, massAddress, withoutLocation, sources, overlaps } = coverage;
  const shares: [string, number, number | null][] = [
    ...coverage.precisions.map(
      ({ precision, businesses: count, share }): [string, number, number | null] => [
        `placed: ${precision}`,
        count,
        percent(share),
      ],
    ),
    ['with a sector', coverage.withSector.businesses, percent(coverage.withSector.share)],
    ['with a size', coverage.withSize.businesses, percent(coverage.withSize.share)],
    ...sources.map(({ slug, businesses: count, share }): [string, number, number | null] => [
      `source: ${slug}`,
      count,
      percent(share),
    ]),
  ];
  return [
    `${onMap} of ${businesses} businesses on the map; ${massAddress} at mass addresses left out; ${withoutLocation.total} without a location`,
    ...withoutLocation.reasons
      .filter((reason) => reason.businesses > 0)
      .map(({ reason, businesses: count }) => `  ${reason}: ${count}`),
    '',
    textTable(['', 'businesses', '%'], shares),
    ...overlaps.map(
      ({ sources: [one, other], both, total }) =>
        `${one} and ${other}: ${both} in both, ` +
        (total
          ? `about ${Math.round(total.chapman)} in all (${Math.round(total.low)} to ${Math.round(total.high)})`
          : 'so nothing can be said of how many there are in all'),
    ),
  ];
}

function rankingLines({ radii, hubs, reversals, compared, allHubs }: HubRanking): string[] {
  const nameOf = new Map(hubs.map(({ slug, name }) => [slug, name]));
  return [
    `${reversals.length} of ${compared} pairs of leading hubs change places with the radius (${allHubs} hubs)`,
    textTable(
      ['hub', ...radii.map((radius) => `${radius} m`)],
      hubs.map(({ name, counts, ranks }) => [
        name,
        ...counts.map((count, i) => `${ranks[i]}. (${count})`),
      ]),
    ),
    ...reversals
      .slice(0, MOST_REVERSALS)
      .map(
        ({ ahead, behind, from, to }) =>
          `  ${nameOf.get(ahead)} is ahead of ${nameOf.get(behind)} within ${from} m, behind within ${to} m`,
      ),
  ];
}

function officeLines({ both, apart, share, percentiles, ...others }: OfficeDistances): string[] {
  if (both === 0) return ['No business states both where it is registered and where it trades'];
  return [
    `${apart} of ${both} businesses (${formatPercent(share)}) trade elsewhere than they are registered; ` +
      `${others.onlyRegistered} state their registered office only, ${others.onlyTrading} where they trade only`,
    ...percentiles.map(
      ({ share: part, metres }) =>
        `  ${100 * part} % within ${metres === null ? '–' : `${Math.round(metres)} m`}`,
    ),
  ];
}

function officeCellLines({ items, moreRegistered, moreTrading }: OfficeCells): string[] {
  return [
    '',
    `${moreRegistered} cells of the map have more registered, ${moreTrading} more trading; the greatest differences:`,
    textTable(
      ['cell', 'E, m', 'N, m', 'registered', 'trading', 'difference'],
      items.map(({ area, beside, easting, northing, registered, trading, difference }) => [
        beside ?? area ?? '–',
        ...[Math.round(easting), Math.round(northing), registered, trading, difference],
      ]),
    ),
  ];
}

function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}

function formatPercent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
