import { csvLine } from './csv-line.js';

it('quotes what needs quoting and leaves the rest', () => {
  expect(csvLine(['plain', 'a, b', 'say "x"', 'two\nlines', 1.5, null])).toBe(
    'plain,"a, b","say ""x""","two\nlines",1.5,\n',
  );
});

it('keeps a spreadsheet from running a cell, but leaves negative numbers', () => {
  expect(csvLine(['=1+1', '+44', '-x', '@y', -3])).toBe("'=1+1,'+44,'-x,'@y,-3\n");
});
