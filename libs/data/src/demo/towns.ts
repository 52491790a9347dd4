import type { Coordinates, District, Ground } from './districts.js';
import type { MixName } from './sector-mixes.js';

/** Businesses alive, as a multiple of those at the beginning of 2005. */
const GROWTH = { 2005: 1, 2008: 1.1, 2010: 1.03, 2015: 1.15, 2020: 1.25, 2021: 1.22, 2026: 1.3 };

interface Town {
  slug: string;
  name: string;
  businesses: number;
  /** Metres over which the houses of the town thin out. */
  spread: number;
  mix: MixName;
  centre: Coordinates;
  parks: readonly Coordinates[];
}

const at = (longitude: number, latitude: number): Coordinates => ({ longitude, latitude });

function town({ slug, name, businesses, spread, mix, centre, parks }: Town): District {
  return {
    slug,
    name,
    alive: Object.fromEntries(
      Object.entries(GROWTH).map(([year, factor]) => [year, Math.round(factor * businesses)]),
    ),
    mix,
    sizes: 'town',
    elsewhere: 0.12,
    grounds: [
      { centre, shape: 'bell', radius: spread / 7, sharing: 0.8, share: 0.45 },
      { centre, shape: 'bell', radius: spread, sharing: 0.15, share: 0.35 },
      ...parks.map((park) => businessPark(park, 0.2 / parks.length)),
    ],
  };
}

function businessPark(centre: Coordinates, share: number): Ground {
  return { centre, shape: 'disc', radius: 300, sharing: 0.75, share };
}

/** The traditional economy of Greater Manchester, as background. Numbers are plausible, not counted. */
export const TOWNS: readonly District[] = [
  town({
    slug: 'manchester',
    name: 'Manchester',
    businesses: 700,
    spread: 3_500,
    mix: 'manchester',
    centre: at(-2.242, 53.4795),
    parks: [at(-2.257, 53.397), at(-2.175, 53.474)],
  }),
  town({
    slug: 'salford',
    name: 'Salford',
    businesses: 220,
    spread: 2_500,
    mix: 'salford',
    centre: at(-2.29, 53.487),
    parks: [at(-2.3, 53.52)],
  }),
  town({
    slug: 'bolton',
    name: 'Bolton',
    businesses: 300,
    spread: 3_000,
    mix: 'bolton',
    centre: at(-2.429, 53.5785),
    parks: [at(-2.533, 53.581)],
  }),
  town({
    slug: 'bury',
    name: 'Bury',
    businesses: 200,
    spread: 2_500,
    mix: 'bury',
    centre: at(-2.2975, 53.5925),
    parks: [at(-2.264, 53.573)],
  }),
  town({
    slug: 'oldham',
    name: 'Oldham',
    businesses: 240,
    spread: 2_500,
    mix: 'oldham',
    centre: at(-2.111, 53.5412),
    parks: [at(-2.143, 53.519)],
  }),
  town({
    slug: 'rochdale',
    name: 'Rochdale',
    businesses: 230,
    spread: 2_500,
    mix: 'rochdale',
    centre: at(-2.156, 53.616),
    parks: [at(-2.115, 53.605), at(-2.176, 53.565)],
  }),
  town({
    slug: 'stockport',
    name: 'Stockport',
    businesses: 320,
    spread: 3_000,
    mix: 'stockport',
    centre: at(-2.159, 53.4105),
    parks: [at(-2.109, 53.4215)],
  }),
  town({
    slug: 'tameside',
    name: 'Ashton-under-Lyne',
    businesses: 210,
    spread: 2_800,
    mix: 'tameside',
    centre: at(-2.093, 53.4885),
    parks: [at(-2.12, 53.487)],
  }),
  town({
    slug: 'altrincham',
    name: 'Altrincham',
    businesses: 240,
    spread: 2_500,
    mix: 'altrincham',
    centre: at(-2.349, 53.388),
    parks: [at(-2.36, 53.403)],
  }),
  town({
    slug: 'wigan',
    name: 'Wigan',
    businesses: 280,
    spread: 3_200,
    mix: 'wigan',
    centre: at(-2.632, 53.5455),
    parks: [at(-2.672, 53.556)],
  }),
  {
    slug: 'trafford-park',
    name: 'Trafford Park',
    alive: { 2005: 150, 2026: 170 },
    mix: 'industrialEstate',
    sizes: 'town',
    elsewhere: 0.12,
    grounds: [
      {
        centre: at(-2.32, 53.465),
        shape: 'disc',
        radius: 900,
        sharing: 0.7,
        share: 1,
      },
    ],
  },
];
