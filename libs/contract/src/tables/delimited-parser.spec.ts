import { DelimitedParser, guessDelimiter, type ParsedRecord } from './delimited-parser.js';

function parse(text: string, { pieces = 1 } = {}): ParsedRecord[] {
  const parser = new DelimitedParser(',');
  const size = Math.ceil(text.length / pieces);
  const records: ParsedRecord[] = [];
  for (let at = 0; at < text.length; at += size)
    records.push(...parser.push(text.slice(at, at + size)));
  return [...records, ...parser.end()];
}
const fields = (records: ParsedRecord[]) => records.map((record) => record.fields);

describe('DelimitedParser', () => {
  it('reads quoted, plain and empty fields, whatever the line end', () => {
    expect(fields(parse('a,"b, c",,""\r\n1,2,3,4\n'))).toEqual([
      ['a', 'b, c', '', ''],
      ['1', '2', '3', '4'],
    ]);
  });

  it('keeps an unescaped quotation mark inside a quoted field', () => {
    expect(fields(parse('"ENGLAND","SS!"AS","Private"\n'))).toEqual([
      ['ENGLAND', 'SS!"AS', 'Private'],
    ]);
  });

  it('reads a doubled quotation mark as one', () => {
    expect(fields(parse('"""ST MARY\'S HEATH"" AT ARMTHORPE","2"'))).toEqual([
      ['"ST MARY\'S HEATH" AT ARMTHORPE', '2'],
    ]);
  });

  it('gives the same records however the text is cut into pieces', () => {
    const text = 'name,number\r\n"A ""B"" C","1"\r\n"D, E",2\r\n,\r\n"line\nbreak",3\n';

    const whole = parse(text);

    for (let pieces = 2; pieces <= text.length; pieces++)
      expect(parse(text, { pieces })).toEqual(whole);
    expect(whole.map((record) => record.row)).toEqual([1, 2, 3, 4, 5]);
  });

  it('loses one line, not the file, when a quotation mark is never closed', () => {
    expect(parse('a,b\n"open,1\n"x",2\ny,3\n')).toEqual([
      { row: 1, fields: ['a', 'b'] },
      { row: 2, fields: null, reason: 'a quotation mark is opened and never closed' },
      { row: 3, fields: ['x', '2'] },
      { row: 4, fields: ['y', '3'] },
    ]);
  });

  it('drops a line that is too long and goes on after it', () => {
    const records = parse(`a,b\n${'x'.repeat(600_000)},1\nc,d\n`, { pieces: 9 });

    expect(records.map(({ row, fields }) => [row, fields])).toEqual([
      [1, ['a', 'b']],
      [2, null],
      [3, ['c', 'd']],
    ]);
  });

  it('skips empty lines', () => {
    expect(parse('a,b\n\n\nc,d')).toEqual([
      { row: 1, fields: ['a', 'b'] },
      { row: 4, fields: ['c', 'd'] },
    ]);
  });
});

it('guesses the delimiter from the header', () => {
  expect(guessDelimiter('a;b;c,d')).toBe(';');
  expect(guessDelimiter('Postcode,lat,long')).toBe(',');
  expect(guessDelimiter('single')).toBe(',');
});
