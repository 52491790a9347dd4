import type { Facets } from '@cluster-atlas/contract';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import {
  EVERYTHING,
  selectionQuery,
  type Selection,
} from '../location-state/selection-parameters.js';
import { startStrings } from '../strings/start-strings.js';
import { activeFilters } from './active-filters.js';
import { FilterForm } from './filter-form.js';

const FACETS: Facets = {
  total: 2366,
  all: 31_399,
  sections: [{ value: 'J', label: 'Information and communication', count: 1510 }],
  divisions: [{ value: '62', label: 'Computer programming', count: 1200 }],
  sectorGroups: [{ value: 'dcms-digital', label: 'Digital sector', count: 2366 }],
  statuses: [{ value: 'Active', label: 'Active', count: 31_000 }],
  sizeBands: [{ value: '10-49', label: '10 to 49', count: 0 }],
  excluded: { massAddress: 412, noLocation: 1 },
};

beforeAll(() => startStrings());

/** The request that follows from choosing what has the name. */
function choose(name: RegExp, selection: Selection = EVERYTHING): string {
  let chosen = selection;
  render(<FilterForm selection={selection} facets={FACETS} onSelect={(next) => (chosen = next)} />);
  fireEvent.click(screen.getByLabelText(name));
  return selectionQuery(chosen);
}

it.each<[RegExp, string]>([
  [/^Digital sector/, 'sectorGroup=dcms-digital'],
  [/^Information and communication/, 'sectors=J'],
  [/^Computer programming/, 'sectors=62'],
  [/^Only the first sector/, 'primaryOnly=true'],
  [/^Active/, 'status=Active'],
  [/^10 to 49/, 'sizeBands=10-49'],
  [/^Registered office/, 'location=registered'],
  [/^Include them/, 'massAddresses=include'],
])('asks the API for what %s says', (name, query) => {
  expect(choose(name)).toBe(query);
});

it('asks for everything again when the last choice is taken back', () => {
  expect(choose(/^Information and communication/, { ...EVERYTHING, sectors: ['J'] })).toBe('');
});

it('says beside each choice how many businesses it shows, and who is left out', () => {
  render(<FilterForm selection={EVERYTHING} facets={FACETS} onSelect={() => {}} />);

  expect(screen.getByLabelText(/^Digital sector/).parentElement!.textContent).toContain('2,366');
  expect(screen.getByText(/412 businesses left out/)).toBeTruthy();
  expect(screen.getByText(/1 business has no known position/)).toBeTruthy();
});

it('names each active filter and says what remains without it', () => {
  const selection: Selection = {
    ...EVERYTHING,
    sectors: ['J', '99999'],
    massAddresses: 'include',
    date: '2024-02-29',
  };

  const filters = activeFilters(selection, FACETS, i18next.t);

  expect(filters.map(({ name, without }) => [name, selectionQuery(without)])).toEqual([
    ['Information and communication', 'sectors=99999&massAddresses=include&date=2024-02-29'],
    ['99999', 'sectors=J&massAddresses=include&date=2024-02-29'],
    ['With mass addresses', 'sectors=J%2C99999&date=2024-02-29'],
    ['On 29 February 2024', 'sectors=J%2C99999&massAddresses=include'],
  ]);
});
