import { isYearEnd, readHistoryYears, USUAL_YEARS } from './history-years.js';

it.each([
  ['', USUAL_YEARS],
  ['from=2010', { from: 2010 }],
  ['from=2010&to=2015', { from: 2010, to: 2015 }],
  ['from=2015&to=2010', USUAL_YEARS],
  ['from=1066', USUAL_YEARS],
  ['to=soon', USUAL_YEARS],
])('reads the years of "%s"', (search, years) => {
  expect(readHistoryYears(new URLSearchParams(search))).toEqual(years);
});

it.each([
  ['2014-12-31', true],
  ['2026-03-01', true], // today
  ['2026-02-28', false],
  ['2014-06-30', false],
  ['2004-12-31', false],
])('tells whether %s is one of the days of a history until today', (date, isTold) => {
  expect(isYearEnd(date, { from: 2005 }, '2026-03-01')).toBe(isTold);
});

it('does not take today for one where the history ends before', () => {
  expect(isYearEnd('2026-03-01', { from: 2005, to: 2020 }, '2026-03-01')).toBe(false);
});
