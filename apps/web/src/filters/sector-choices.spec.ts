import { divisionsOf, isSectorChosen, toggleSector } from './sector-choices.js';

it('knows the divisions of a section', () => {
  expect(divisionsOf('J')).toEqual(['58', '59', '60', '61', '62', '63']);
  expect(divisionsOf('A')).toEqual(['01', '02', '03']);
  expect(divisionsOf('no section')).toEqual([]);
});

it('shows the divisions of a chosen section as chosen', () => {
  expect(isSectorChosen(['J'], '62')).toBe(true);
  expect(isSectorChosen(['J'], '56')).toBe(false);
  expect(isSectorChosen(['62'], 'J')).toBe(false);
});

it.each([
  ['a division', [], '62', ['62']],
  ['a division no longer', ['62', '63'], '62', ['63']],
  ['a section in place of its divisions', ['62', '56'], 'J', ['56', 'J']],
  ['a section no longer', ['J', '56'], 'J', ['56']],
  ['all of a section but one division', ['A'], '02', ['01', '03']],
  ['a division beside a class from a shared link', ['62.01'], '56', ['62.01', '56']],
])('chooses %s', (_, chosen, code, expected) => {
  expect(toggleSector(chosen, code)).toEqual(expected);
});
