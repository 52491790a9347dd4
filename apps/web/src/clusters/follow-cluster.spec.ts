import { followByPlace } from './follow-cluster.js';

/** A square of 0.01 degrees, by its south-western corner. */
function square(slug: string, longitude: number, latitude: number, side = 0.01) {
  const [east, north] = [longitude + side, latitude + side];
  const ring: [number, number][] = [
    [longitude, latitude],
    [east, latitude],
    [east, north],
    [longitude, north],
    [longitude, latitude],
  ];
  return {
    slug,
    centre: [longitude + side / 2, latitude + side / 2] as [number, number],
    outline: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
  };
}

const BEFORE = square('before', -2.3, 53.4);

it('is the nearest of those that lie over it', () => {
  const clusters = [
    square('half over it', -2.295, 53.4),
    square('a corner over it', -2.291, 53.409),
    square('beside it', -2.28, 53.4),
  ];

  expect(followByPlace(BEFORE, clusters)?.slug).toBe('half over it');
});

it('is one that lies within it, or around it', () => {
  expect(followByPlace(BEFORE, [square('within', -2.298, 53.402, 0.002)])?.slug).toBe('within');
  expect(followByPlace(BEFORE, [square('around', -2.4, 53.3, 0.3)])?.slug).toBe('around');
});

it('is the one of its name, unless only others lie over it', () => {
  const over = square('over it', -2.3, 53.4);

  expect(followByPlace(BEFORE, [over, square('before', -2.295, 53.4)])?.slug).toBe('before');
  expect(followByPlace(BEFORE, [over, square('before', -2.2, 53.4)])?.slug).toBe('over it');
  expect(followByPlace(BEFORE, [square('before', -2.2, 53.4)])?.slug).toBe('before');
});

it('is none where nothing lies over it', () => {
  expect(followByPlace(BEFORE, [square('beside it', -2.28, 53.4)])).toBeUndefined();
  expect(followByPlace(BEFORE, [])).toBeUndefined();
});
