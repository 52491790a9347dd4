import { Closest } from './closest.js';

it('keeps the nearest, and of equally near ones the lowest ids', () => {
  const closest = new Closest(3);

  closest.add({ distance: 5, id: 1 }, 10);
  closest.add({ distance: 2, id: 9 }, 20);
  closest.add({ distance: Infinity, id: 3 }, 30);
  closest.add({ distance: 2, id: 4 }, 40);
  closest.add({ distance: 5, id: 2 }, 50);

  expect(closest.list()).toEqual({
    distances: Float64Array.of(2, 2, 5),
    ids: Uint32Array.of(4, 9, 1),
    locations: Uint32Array.of(40, 20, 10),
  });
});

it.each([
  ['nearer and nearer', (i: number) => 20_000 - i],
  ['farther and farther', (i: number) => i],
  ['to and fro', (i: number) => (i * 7919) % 20_011],
])('finds them among thousands that come %s', (_, distanceOf) => {
  const closest = new Closest(50);
  for (let i = 0; i < 20_000; i++) closest.add({ distance: distanceOf(i), id: i + 1 }, i);

  const { distances } = closest.list();

  const sorted = Array.from({ length: 20_000 }, (_, i) => distanceOf(i)).sort((a, b) => a - b);
  expect([...distances]).toEqual(sorted.slice(0, 50));
});

it('has fewer when there are fewer', () => {
  expect(new Closest(3).list().ids).toHaveLength(0);
});
