import { UsageError } from '../usage-error.js';
import { describeMapping, describeRejects, isoDate, parsedOption } from './import-options.js';

it('takes a date as it is written in ISO 8601 only', () => {
  expect(isoDate('2024-11-01')).toBe('2024-11-01');
  expect(() => isoDate('01/11/2024')).toThrow('A date is yyyy-mm-dd.');
  expect(() => isoDate('2024-13-01')).toThrow('A date is yyyy-mm-dd.');
});

it('makes the library’s complaint about an option one about usage, and no other', () => {
  const complain = () => {
    throw new RangeError('“nom” maps nothing');
  };
  const fail = () => {
    throw new TypeError('undefined is not a function');
  };

  expect(() => parsedOption(complain)).toThrow(UsageError);
  expect(() => parsedOption(fail)).toThrow(TypeError);
});

it('shows which column was taken for what, and which were left', () => {
  expect(describeMapping({ mapping: { name: 'Firm', postcode: 'PC' }, unmapped: ['X'] })).toEqual([
    '  columns: name=Firm, postcode=PC',
    '  not read: X',
  ]);
  expect(describeMapping({ mapping: { name: 'Firm' }, unmapped: [] })).toHaveLength(1);
});

it('shows the first five rejected rows and where they all are', () => {
  const rejects = Array.from({ length: 9 }, (_, i) => ({
    file: 'a.csv',
    row: i + 2,
    reason: 'no',
  }));

  expect(describeRejects({ rejects, rejectsFile: 'rejects.csv' })).toEqual([
    ...[2, 3, 4, 5, 6].map((row) => `  a.csv, row ${row}: no`),
    '  All rejected rows: rejects.csv',
  ]);
  expect(describeRejects({ rejects: [], rejectsFile: null })).toEqual([]);
});
