import { flowRows, flowsCsv } from './flow-rows.js';

const named = (id: string, name: string) => ({
  ...{ id, name, lifeCycle: null, isGone: false },
  versions: [],
});
const DAY = { clusters: 2, clustered: 40, businesses: 40, isSurvivorsOnly: false };
const HISTORY = {
  dates: [
    { date: '2020-12-31', ...DAY },
    { date: '2021-12-31', ...DAY },
  ],
  clusters: [named('c1', 'Quays, Salford'), named('c2', '=Mill')],
  flows: [
    { date: '2021-12-31', from: 'c1', to: 'c1', businesses: 30 },
    { date: '2021-12-31', from: 'c2', to: 'c1', businesses: 10 },
  ],
};

it('tells each flow by the names of its clusters and the year in which it shows', () => {
  expect(flowRows(HISTORY).map(({ key: _key, ...row }) => row)).toEqual([
    { name: 'Quays, Salford', into: 'Quays, Salford', year: 2021, businesses: 30 },
    { name: '=Mill', into: 'Quays, Salford', year: 2021, businesses: 10 },
  ]);
});

it('writes a line for each, with both dates, and no name that a spreadsheet would compute', () => {
  expect(flowsCsv(HISTORY).split('\n')).toEqual([
    'date_before,date,from,from_name,to,to_name,businesses',
    '2020-12-31,2021-12-31,c1,"Quays, Salford",c1,"Quays, Salford",30',
    `2020-12-31,2021-12-31,c2,'=Mill,c1,"Quays, Salford",10`,
    '',
  ]);
});
