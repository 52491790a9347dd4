import type { Hub } from '@cluster-atlas/contract';
import { groupHubs } from './hub-groups.js';

const hub = (slug: string): Hub => ({ slug, name: slug, kind: 'hub', longitude: 0, latitude: 0 });
const slugs = (groups: Hub[][]) => groups.map((group) => group.map(({ slug }) => slug).join());

it('puts hubs together that a finger could not tell apart, and no others', () => {
  const pixels: Record<string, number> = { a: 0, b: 20, c: 45, d: 300 };

  const groups = groupHubs(['a', 'b', 'c', 'd'].map(hub), ({ slug }) => {
    return { x: pixels[slug]!, y: 0 };
  });

  expect(slugs(groups)).toEqual(['a,b', 'c', 'd']);
});

it('makes no group of nothing', () => {
  expect(groupHubs([], () => ({ x: 0, y: 0 }))).toEqual([]);
});
