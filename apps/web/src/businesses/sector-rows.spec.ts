import type { BusinessSummary } from '@cluster-atlas/contract';
import { toSectorRows } from './sector-rows.js';

function business(name: string, title: string | null): BusinessSummary {
  return {
    id: name,
    name,
    status: 'Active',
    startedOn: null,
    postcode: 'S1 2HH',
    longitude: -1.47,
    latitude: 53.38,
    isMassAddress: false,
    precision: 'unit',
    sector: title === null ? null : { code: '1', title },
    jobsLow: null,
    jobsHigh: null,
  };
}

it('lists the largest sector first, ties by title, and each business by name', () => {
  const rows = toSectorRows([
    business('Zed', 'Retail'),
    business('Ada', 'Software'),
    business('Bob', null),
    business('Acme', 'Retail'),
  ]);

  expect(
    rows.map((row) =>
      row.kind === 'sector' ? `${row.title ?? 'none'}: ${row.count}` : row.business.name,
    ),
  ).toEqual(['Retail: 2', 'Acme', 'Zed', 'none: 1', 'Bob', 'Software: 1', 'Ada']);
});

it('makes no line of nothing', () => {
  expect(toSectorRows([])).toEqual([]);
});
