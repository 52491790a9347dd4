import { ClusterHistoryQuery, type ClusterHistory } from '@cluster-atlas/contract';
import { TEST_ENGINES } from '../test-database.js';
import { traceClusters } from './trace-clusters.js';
import { useTestPoints } from './test-points.js';

const HEADER = 'CompanyName,SICCode.SicText_1,IncorporationDate,DissolutionDate,Easting,Northing';

/** Ten metres apart at an easting, of one year and until another. */
function street(
  easting: number,
  firms: number,
  { from, until = '' }: { from: number; until?: number | '' },
): string[] {
  return Array.from({ length: firms }, (_, i) => {
    const end = until === '' ? '' : `01/07/${until}`;
    const name = `Firm ${easting} ${from} ${i}`;
    return `${name},62012 - Software,01/07/${from},${end},${easting},${400_000 + 10 * i}`;
  });
}

describe.each(TEST_ENGINES)('the history of clusters on %s', (engine) => {
  const rows = [
    ...street(380_000, 6, { from: 2010 }),
    ...street(380_200, 6, { from: 2020 }),
    ...street(390_000, 6, { from: 2012, until: 2021 }),
  ];
  const text = [HEADER, ...rows].join('\n');
  const test = useTestPoints(engine, { name: 'firms-2018-01-01.csv', text });

  function trace(query: Record<string, string>): Promise<ClusterHistory> {
    return traceClusters(test, ClusterHistoryQuery.parse({ eps: '50', minPoints: '3', ...query }));
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
