import { insideOf, withinOf } from './count-inside.js';
import { isPlaced } from './listed-business.js';
import { MOST_ROWS, readList, UnfitList } from './read-list.js';

const reasons = (text: string) => readList(text).businesses.map(({ reason }) => reason);

it('finds columns by loose names, behind a byte-order mark and between semicolons', () => {
  const { columns, businesses } = readList(
    '\uFEFFCompany Name;Post Code;LAT;Long\r\n"Pixel; Ltd";m50 2eq;53,4729;-2,2997\r\n',
  );

  expect(columns).toEqual([
    ['name', 'Company Name'],
    ['postcode', 'Post Code'],
    ['longitude', 'Long'],
    ['latitude', 'LAT'],
  ]);
  expect(businesses).toMatchObject([
    { row: 2, name: 'Pixel; Ltd', postcode: 'M50 2EQ', reason: null },
  ]);
  // PostGIS: ST_Transform(ST_SetSRID(ST_MakePoint(-2.2997, 53.4729), 4326), 27700), without OSTN15
  expect(businesses[0]!.place!.longitude).toBe(-2.2997);
  expect(businesses[0]!.place!.easting).toBeCloseTo(380204.339, 3);
});

it('keeps metres as they are given', () => {
  const [business] = readList('name,easting,northing\nA,380179,397460\n').businesses;

  expect(business!.place).toMatchObject({ easting: 380179, northing: 397460, precision: 'given' });
  expect(business!.place!.longitude).toBeCloseTo(-2.3, 2);
});

it('lets a row without coordinates wait for its postcode', () => {
  const [business] = readList('name,postcode,lat,lon\nA,M50 2EQ,,\n').businesses;

  expect(business).toMatchObject({ postcode: 'M50 2EQ', place: null, reason: null });
});

it.each([
  ['name,postcode\nA,\n', 'noPlace'],
  ['name,postcode\nA,nowhere\n', 'badPostcode'],
  ['name,lat,lon\nA,north,-2\n', 'badCoordinates'],
  ['name,lat,lon\nA,48.85,2.35\n', 'offGrid'],
  ['name,lat,lon\nA,-2.3,53.47\n', 'swapped'],
  ['name,easting,northing\nA,9999999,1\n', 'offGrid'],
  ['name,lat,lon\n"A,53,-2\n', 'unreadable'],
])('says of %j why it is not on the map', (text, reason) => {
  expect(reasons(text)).toEqual([reason]);
});

it.each([
  ['', 'empty'],
  ['name,postcode\n', 'empty'],
  ['name,town\nA,Salford\n', 'noColumns'],
  [`postcode\n${'M1 1AA\n'.repeat(MOST_ROWS + 1)}`, 'tooManyRows'],
])('refuses what is no list', (text, problem) => {
  expect(() => readList(text)).toThrow(new UnfitList(problem as 'empty'));
});

it('counts within a ring in metres, its rim included, and within outlines', () => {
  const placed = readList(
    'easting,northing\n380000,397000\n380250,397000\n380251,397000\n',
  ).businesses.filter(isPlaced);
  const [west, middle] = placed.map(({ place }) => place);
  const half = (west!.longitude + middle!.longitude) / 2;
  const square = [[[[-2.4, 53], [half, 53], [half, 54], [-2.4, 54], [-2.4, 53]]]] as const; // prettier-ignore

  expect(placed.filter(withinOf({ easting: 380000, northing: 397000 }, 250))).toHaveLength(2);
  expect(placed.filter(insideOf(square))).toHaveLength(1);
});
