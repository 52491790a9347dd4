import { fromNationalGrid, isOnNationalGrid, toNationalGrid } from './national-grid.js';

// SELECT ST_X(g), ST_Y(g) FROM ST_Transform(ST_SetSRID(ST_Point(longitude, latitude), 4326), 27700) g
// PostGIS 3.3.2, PROJ 9.1.1, no OSTN15 grid installed
const PLACES = [
  ['Sheffield Town Hall', -1.470083, 53.380419, 435347.846102, 387193.869384],
  ['Charing Cross', -0.1277, 51.5073, 530035.970951, 180369.151431],
  ["Land's End", -5.716, 50.0657, 134169.282068, 25015.023865],
  ['Lerwick', -1.1493, 60.1546, 447329.27628, 1141427.965445],
  ['Lowestoft', 1.7626, 52.4811, 655583.563546, 293676.419985],
  ['Stornoway', -6.3886, 58.209, 142310.569202, 932866.924302],
] as const;

describe('toNationalGrid', () => {
  it.each(PLACES)('puts %s where PostGIS does', (_, longitude, latitude, easting, northing) => {
    const place = toNationalGrid(longitude, latitude);

    expect(place.easting).toBeCloseTo(easting, 5);
    expect(place.northing).toBeCloseTo(northing, 5);
  });
});

describe('fromNationalGrid', () => {
  it.each(PLACES)('leads back to %s', (_, longitude, latitude, easting, northing) => {
    const place = fromNationalGrid(easting, northing);

    expect(place.longitude).toBeCloseTo(longitude, 10);
    expect(place.latitude).toBeCloseTo(latitude, 10);
  });

  it('is within 2 mm of PostGIS, whose two directions differ by 1 mm', () => {
    // ST_Transform(ST_SetSRID(ST_Point(435347.846, 387193.869), 27700), 4326), PostGIS 3.3.2
    const [longitude, latitude] = [-1.4700829887736284, 53.380418993510276];

    const place = fromNationalGrid(435347.846, 387193.869);

    expect(Math.abs(place.longitude - longitude) * 66_400).toBeLessThan(0.002); // metres per degree
    expect(Math.abs(place.latitude - latitude) * 111_300).toBeLessThan(0.002);
  });

  it('is the inverse of toNationalGrid to a hundredth of a millimetre on the whole grid', () => {
    let worst = 0;
    for (let easting = 0; easting <= 700_000; easting += 70_000) {
      for (let northing = 0; northing <= 1_300_000; northing += 130_000) {
        const { longitude, latitude } = fromNationalGrid(easting, northing);
        const back = toNationalGrid(longitude, latitude);
        worst = Math.max(worst, Math.hypot(back.easting - easting, back.northing - northing));
      }
    }

    expect(worst).toBeLessThan(1e-5);
  });
});

describe('isOnNationalGrid', () => {
  it('knows Shetland and Scilly, not Paris nor Berlin nor a place that is not a number', () => {
    expect(isOnNationalGrid(-0.85, 60.8)).toBe(true);
    expect(isOnNationalGrid(-6.3, 49.9)).toBe(true);
    expect(isOnNationalGrid(2.35, 48.86)).toBe(false);
    expect(isOnNationalGrid(13.4, 52.5)).toBe(false);
    expect(isOnNationalGrid(NaN, 52.5)).toBe(false);
  });

  it('takes the box with its edge', () => {
    expect(isOnNationalGrid(-9, 49.5)).toBe(true);
    expect(isOnNationalGrid(2.5, 61.5)).toBe(true);
    expect(isOnNationalGrid(-9.000001, 49.5)).toBe(false);
  });
});
