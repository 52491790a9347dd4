import { HubDensityQuery, SelectionQuery } from './selection.js';

describe('SelectionQuery', () => {
  it('takes nothing at all, and then means every business where it trades', () => {
    expect(SelectionQuery.parse({})).toEqual({
      primaryOnly: false,
      location: 'best',
      massAddresses: 'exclude',
    });
  });

  it('reads lists as they stand in an address', () => {
    const query = SelectionQuery.parse({
      sectors: 'J, 58,62.01,62.01/2,62012',
      sizeBands: '10-49,250+',
    });

    expect(query.sectors).toEqual(['J', '58', '62.01', '62.01/2', '62012']);
    expect(query.sizeBands).toEqual(['10-49', '250+']);
  });

  it.each([
    ['a sector that is no code', { sectors: 'software' }],
    ['a day that does not exist', { date: '2025-02-30' }],
    ['a kind of location that nobody knows', { location: 'home' }],
    ['a parameter that nobody knows', { colour: 'red' }],
  ])('refuses %s', (_, query) => {
    expect(SelectionQuery.safeParse(query).success).toBe(false);
  });
});

describe('HubDensityQuery', () => {
  it('measures 250, 500, 1000 and 2000 m against everything loaded', () => {
    expect(HubDensityQuery.parse({})).toMatchObject({
      radii: [250, 500, 1000, 2000],
      base: 'loaded',
    });
  });

  it.each(['0', '-5', 'far', '60000'])('refuses the radius %s', (radii) => {
    expect(HubDensityQuery.safeParse({ radii }).success).toBe(false);
  });
});
