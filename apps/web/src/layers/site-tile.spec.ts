import Pbf from 'pbf';
import { findSite } from './find-site.js';
import { siteBadge, siteRadius } from './draw-sites.js';
import { decodeSiteTile, type Site } from './site-tile.js';

/** A tile of points in tile units, whose properties are all 5. */
function makeTile(points: [x: number, y: number][]): ArrayBuffer {
  const pbf = new Pbf();
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const layer = (_: unknown, writer: Pbf) => {
    writer.writeVarintField(15, 2);
    writer.writeStringField(1, 'sites');
    for (const [x, y] of points) {
      writer.writeMessage(
        2,
        (_: unknown, feature: Pbf) => {
          feature.writePackedVarint(2, [0, 0, 1, 0, 2, 0, 3, 0]);
          feature.writeVarintField(3, 1);
          feature.writePackedVarint(4, [9, zigzag(x), zigzag(y)]);
        },
        null,
      );
    }
    for (const key of ['easting', 'northing', 'matching', 'all']) writer.writeStringField(3, key);
    writer.writeMessage(4, (_: unknown, value: Pbf) => value.writeVarintField(5, 5), null);
    writer.writeVarintField(5, 4096);
  };
  pbf.writeMessage(3, layer, null);
  return new Uint8Array(pbf.finish()).buffer;
}

it('reads where a site is and how many businesses it has', () => {
  expect(decodeSiteTile(makeTile([[1024, 2048]]))).toEqual([
    { x: 0.25, y: 0.5, easting: 5, northing: 5, matching: 5, all: 5 },
  ]);
});

it('leaves out the sites of neighbouring tiles, so that none is drawn twice', () => {
  const sites = decodeSiteTile(makeTile([[-1, 10], [4096, 10], [0, 4095]])); // prettier-ignore

  expect(sites.map(({ x, y }) => [x, y])).toEqual([[0, 4095 / 4096]]);
});

describe('finding the site under a finger', () => {
  const site = (x: number, matching: number): Site => {
    return { x, y: 0.5, easting: 1000 * x, northing: 0, matching, all: 9 };
  };
  const tile = (data: Site[]) => {
    return { data, coords: { x: 10, y: 20, z: 15 } as never, size: 256 };
  };
  const pixel = (x: number) => ({ x: (10 + x) * 256, y: 20.5 * 256 });

  it('takes the nearest of those it is on', () => {
    const found = findSite([tile([site(0.5, 3), site(0.53, 3)])], pixel(0.52));

    expect(found?.easting).toBe(530);
  });

  it('passes over sites without a match and those farther than their circle', () => {
    expect(findSite([tile([site(0.5, 0)])], pixel(0.5))).toBeNull();
    expect(findSite([tile([site(0.5, 1)])], pixel(0.6))).toBeNull();
    expect(findSite([], pixel(0.5))).toBeNull();
  });
});

it('shortens a badge from a thousand on and never lets a circle leave its margin', () => {
  expect([2, 999, 1234, 12_345].map(siteBadge)).toEqual(['2', '999', '1.2k', '12k']);
  expect(siteRadius(1_000_000)).toBeLessThan(20);
});
