import type { TracedCluster } from '@cluster-atlas/contract';
import { panelCsv } from './panel-csv.js';

const PLACE = { slug: 'quarter', name: 'Quarter', longitude: -1.5, latitude: 53.8 };

const CLUSTER: TracedCluster = {
  id: 'c1',
  name: 'The "Quarter", Leeds',
  lifeCycle: 'growing',
  isGone: false,
  versions: [
    { date: '2020-12-31', size: 12, ...PLACE, change: null },
    { date: '2021-12-31', size: 15, ...PLACE, change: 'grow' },
  ],
};

it('writes a line for each cluster and date, with its name in quotes', () => {
  expect(panelCsv({ clusters: [CLUSTER] }).split('\n')).toEqual([
    'cluster,name,life_cycle,date,businesses,longitude,latitude',
    'c1,"The ""Quarter"", Leeds",growing,2020-12-31,12,-1.5,53.8',
    'c1,"The ""Quarter"", Leeds",growing,2021-12-31,15,-1.5,53.8',
    '',
  ]);
});

it('leaves no name that a spreadsheet would compute', () => {
  const name = '=1+1';

  expect(panelCsv({ clusters: [{ ...CLUSTER, name, lifeCycle: null }] })).toContain(`c1,'=1+1,,`);
});
