import { BoundingBox } from './businesses.js';

it('reads a box as west, south, east, north', () => {
  expect(BoundingBox.parse('-2.3,53.4,-2.2,53.5')).toEqual([-2.3, 53.4, -2.2, 53.5]);
});

it.each(['-2.2,53.4,-2.3,53.5', '1,2,3', 'a,b,c,d'])('refuses %s', (text) => {
  expect(BoundingBox.safeParse(text).success).toBe(false);
});
