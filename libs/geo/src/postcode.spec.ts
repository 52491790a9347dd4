import { normalisePostcode, postcodeOutcode, postcodeSector } from './postcode.js';

describe('normalisePostcode', () => {
  it.each([
    ['s119pa', 'S11 9PA'],
    ['  S1   2HH. ', 'S1 2HH'],
    ['M1 1AE', 'M1 1AE'],
    ['B33 8TH', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['W1A 1HQ', 'W1A 1HQ'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['BS99 1XX', 'BS99 1XX'],
    ['SE1P 5LX', 'SE1P 5LX'],
  ])('writes %s as %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });

  it.each([
    ['CRO 1JB', 'CR0 1JB'],
    ['S1 OAA', 'S1 0AA'],
    ['S1 IAA', 'S1 1AA'],
    ['0X1 2JD', 'OX1 2JD'],
    ['S014 3HH', 'SO14 3HH'],
    ['LIO 2AB', 'L10 2AB'],
    ['WIA 1HQ', 'W1A 1HQ'],
    ['SWIA 1AA', 'SW1A 1AA'],
    ['S7O 2SB', 'S70 2SB'],
  ])('repairs the look-alike in %s to %s', (text, postcode) => {
    expect(normalisePostcode(text)).toBe(postcode);
  });

  it.each(['NPT 0AD', 'GIR 0AA'])('keeps the irregular %s', (postcode) => {
    expect(normalisePostcode(postcode)).toBe(postcode);
  });

  it.each(['94107', '10001', 'KY1-1103', 'SS!"AS', '', 'S1', 'S01 1', 'NOT KNOWN', 'S111 1AA'])(
    'finds none in "%s"',
    (text) => {
      expect(normalisePostcode(text)).toBeNull();
    },
  );

  it('leaves its own answers as they are', () => {
    expect(normalisePostcode('CR0 1JB')).toBe('CR0 1JB');
  });
});

it('cuts a postcode into its sector and its outcode', () => {
  expect(postcodeSector('S11 9PA')).toBe('S11 9');
  expect(postcodeOutcode('S11 9PA')).toBe('S11');
  expect(postcodeSector('GIR 0AA')).toBe('GIR 0');
  expect(postcodeOutcode('W1A 1HQ')).toBe('W1A');
});
