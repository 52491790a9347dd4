import {
  ClusterHistoryQuery,
  ClusterQuery,
  DelimitedParser,
  type ClusterHistory,
} from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { importHubs } from '../imports/import-hubs.js';
import { TestFiles } from '../imports/test-files.js';
import { TEST_ENGINES } from '../test-database.js';
import { findClusters } from './find-clusters.js';
import { historyCsv, measureHistory } from './measure-history.js';
import { traceClusters } from './trace-clusters.js';
import { useTestPoints } from './test-points.js';

const HEADER = 'CompanyName,SICCode.SicText_1,IncorporationDate,DissolutionDate,Easting,Northing';

const CHOICES = { eps: '50', minPoints: '3' };

/** 745 m north of the middle of the street of bakers, whose north end it is. */
const END = fromNationalGrid(400_000, 401_490);
const AT_THE_END = `name,kind,lat,lon\nEndpark,business park,${END.latitude},${END.longitude}`;

/** Ten metres apart at an easting, of one year and until another. */
function street(
  easting: number,
  firms: number,
  { from, until = '', trade = '62012' }: { from: number; until?: number | ''; trade?: string },
): string[] {
  return Array.from({ length: firms }, (_, i) => {
    const end = until === '' ? '' : `01/07/${until}`;
    const name = `Firm ${easting} ${from} ${i}`;
    return `${name},${trade} - Trade,01/07/${from},${end},${easting},${400_000 + 10 * i}`;
  });
}

describe.each(TEST_ENGINES)('the history of clusters on %s', (engine) => {
  const rows = [
    ...street(380_000, 6, { from: 2010 }),
    ...street(380_200, 6, { from: 2020 }),
    ...street(390_000, 6, { from: 2012, until: 2021 }),
    ...street(400_000, 150, { from: 2010, trade: '10710' }),
  ];
  const text = [HEADER, ...rows].join('\n');
  const test = useTestPoints(engine, { name: 'firms-2018-01-01.csv', text }, async (database) => {
    const files = new TestFiles();
    await importHubs(database, files.input('hubs.csv', AT_THE_END));
    files.remove();
  });

  function trace(query: Record<string, string>): Promise<ClusterHistory> {
    return traceClusters(test, ClusterHistoryQuery.parse({ ...CHOICES, sectors: '62', ...query }));
  }

  it('tells what emerged and what faded, at the end of the year in which it shows', async () => {
    const { events, clusters } = await trace({ from: '2018', to: '2022' });

    expect(events.map(({ date, event }) => [date, event])).toEqual([
      ['2020-12-31', 'emerged'],
      ['2021-12-31', 'dissolved'],
    ]);
    expect(clusters.map(({ lifeCycle }) => lifeCycle).sort()).toEqual([
      'declining',
      'stable',
      'stable',
    ]);
  });

  it('lets nothing rest on dates before the first edition, which know survivors only', async () => {
    const { dates, events, clusters, warnings } = await trace({ from: '2009', to: '2018' });

    expect(dates.map(({ clusters: count }) => count)).toEqual([0, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(dates.filter(({ isSurvivorsOnly }) => isSurvivorsOnly)).toHaveLength(9);
    expect(events).toEqual([]);
    expect(clusters.map(({ lifeCycle }) => lifeCycle)).toEqual([null, null]);
    expect(warnings[0]).toContain('Survivors only: 9 of the dates');
  });

  it('counts the businesses that stay together', async () => {
    const { flows } = await trace({ from: '2018', to: '2019' });

    expect(flows.map(({ businesses }) => businesses)).toEqual([6, 6]);
  });

  it('names a cluster as the run of the date does: after the hub inside, far from its middle', async () => {
    const { clusters } = await trace({ sectors: '10', from: '2018', to: '2019' });

    const { run } = await findClusters(
      test,
      ClusterQuery.parse({ ...CHOICES, sectors: '10', date: '2018-12-31' }),
    );
    expect(clusters.map(({ name }) => name)).toEqual(['Endpark: trade']);
    expect(clusters[0]!.versions[0]).toMatchObject({
      ...{ date: '2018-12-31', size: 150, name: 'Endpark: trade' },
      slug: run.clusters[0]!.slug,
    });
    expect(run.clusters[0]!.hubs).toEqual([{ slug: 'endpark', name: 'Endpark' }]);
  });

  it('measures each cluster in each year, and says where it ended', async () => {
    const query = { eps: '50', minPoints: '3', from: '2019', to: '2022' };
    const measured = await measureHistory(test, ClusterHistoryQuery.parse(query));

    const parser = new DelimitedParser(',');
    const records = parser.push([...historyCsv(measured)].join('')).map(({ fields }) => fields!);
    const lines = records
      .slice(1)
      .map((fields) => Object.fromEntries(fields.map((field, i) => [records[0]![i]!, field])))
      .filter(({ name }) => name !== 'Endpark: trade'); // the same all the time
    const faded = lines.filter(({ easting_m_epsg27700: east, state }) =>
      state === 'found' ? east!.startsWith('390000') : true,
    );
    expect(faded.map(({ date, state, events }) => [date!.slice(0, 4), state, events])).toEqual([
      ['2019', 'found', ''],
      ['2020', 'found', ''],
      ['2021', 'not found', 'dissolved'],
    ]);
    expect(lines.filter(({ state }) => state === 'found')).toHaveLength(2 + 3 + 2 + 2);
    // six 10 m apart, with 25 m around: 50 m by 50 m and a circle of 25 m
    const areaKm2 = (50 * 50 + Math.PI * 25 ** 2) / 1e6;
    expect(Number(faded[0]!['area_km2'])).toBeCloseTo(areaKm2, 4);
    expect(Number(faded[0]!['businesses_per_km2'])).toBeCloseTo(6 / areaKm2, -2);
    expect(faded[0]).toMatchObject({ businesses: '6', lq: '1', jobs_stated: '', all_inside: '6' });
    expect(Number(faded[0]!['northing_m_epsg27700'])).toBeCloseTo(400_025, 1);
  });

  it('tells of another day at its place in time, on which no life cycle rests', async () => {
    const years = await trace({ from: '2018', to: '2022' });
    const { dates, clusters, events } = await trace({
      from: '2018',
      to: '2022',
      date: '2020-06-30',
    });

    expect(dates.map(({ date, clusters: count }) => [date, count])).toEqual([
      ['2018-12-31', 2],
      ['2019-12-31', 2],
      ['2020-06-30', 2],
      ['2020-12-31', 3],
      ['2021-12-31', 2],
      ['2022-12-31', 2],
    ]);
    expect(clusters.map(({ lifeCycle }) => lifeCycle)).toEqual(
      years.clusters.map(({ lifeCycle }) => lifeCycle),
    );
    expect(events).toEqual(years.events);
  });

  it('refuses a last year before the first', () => {
    expect(() => ClusterHistoryQuery.parse({ from: '2018', to: '2017' })).toThrow('the last year');
  });
});
