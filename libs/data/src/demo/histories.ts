import { digitalDistrict, type District } from './districts.js';
import { HUB_POSITIONS } from './hubs.js';

/** Something that the time features must find again. */
export interface PlantedHistory {
  event: 'emerged' | 'merged' | 'split' | 'dissolved';
  what: string;
  /** Between the ends of these years. */
  years: readonly [before: number, after: number];
  /** For a merge or a split: the two sides, then what lies between them. */
  districts: readonly District[];
}

/**
 * What was planted, where and when. It shows with DBSCAN on the digital sector (250 m, 10 firms):
 * two discs 280 m apart at their nearest are two clusters, unless ten firms sit halfway.
 */
export const HISTORIES: readonly PlantedHistory[] = [
  {
    event: 'emerged',
    what: 'A games cluster at Circle Square, where there was none, from 2018 to 2020.',
    years: [2018, 2020],
    districts: [
      digitalDistrict({
        slug: 'circle-square',
        name: 'Circle Square, Manchester',
        ...HUB_POSITIONS.circleSquare,
        radius: 90,
        alive: { 2018: 0, 2019: 6, 2020: 24, 2021: 44, 2026: 66 },
        mix: 'games',
        recruits: { from: ['manchester-science-park', 'city-centre'], share: 0.1 },
      }),
    ],
  },
  {
    event: 'merged',
    what: 'Northern Quarter and Ancoats grow together along Great Ancoats Street in 2014.',
    years: [2013, 2014],
    districts: [
      digitalDistrict({
        slug: 'northern-quarter',
        name: 'Northern Quarter, Manchester',
        ...HUB_POSITIONS.northernQuarter,
        radius: 110,
        alive: { 2005: 30, 2010: 42, 2014: 55, 2018: 70, 2026: 75 },
        mix: 'web',
      }),
      digitalDistrict({
        slug: 'ancoats',
        name: 'Ancoats, Manchester',
        longitude: -2.2285,
        latitude: 53.4846,
        radius: 110,
        alive: { 2005: 20, 2010: 30, 2014: 46, 2018: 66, 2026: 85 },
        mix: 'web',
      }),
      digitalDistrict({
        slug: 'great-ancoats-street',
        name: 'Great Ancoats Street, Manchester',
        longitude: -2.23225,
        latitude: 53.4842,
        radius: 40,
        alive: { 2014: 0, 2015: 18, 2026: 30 },
        mix: 'web',
      }),
    ],
  },
  {
    event: 'split',
    what: 'Knott Mill is cleared in 2016 and leaves Castlefield and First Street apart.',
    years: [2015, 2016],
    districts: [
      digitalDistrict({
        slug: 'castlefield',
        name: 'Castlefield, Manchester',
        longitude: -2.257,
        latitude: 53.4752,
        radius: 110,
        alive: { 2005: 24, 2010: 30, 2026: 38 },
        mix: 'agencies',
      }),
      digitalDistrict({
        slug: 'first-street',
        name: 'First Street, Manchester',
        longitude: -2.25,
        latitude: 53.4735,
        radius: 110,
        alive: { 2005: 24, 2010: 30, 2026: 38 },
        mix: 'agencies',
      }),
      digitalDistrict({
        slug: 'knott-mill',
        name: 'Knott Mill, Manchester',
        longitude: -2.2535,
        latitude: 53.47435,
        radius: 40,
        alive: { 2005: 18, 2016: 22, 2017: 0 },
        mix: 'agencies',
        // alive elsewhere, so that neither side holds half of what the cluster was
        movesTo: ['the-sharp-project', 'city-centre', 'manchester-science-park'],
      }),
    ],
  },
  {
    event: 'dissolved',
    what: 'The print and publishing quarter of Strangeways fades from 2008 to 2013.',
    years: [2007, 2013],
    districts: [
      digitalDistrict({
        slug: 'strangeways',
        name: 'Strangeways, Manchester',
        longitude: -2.244,
        latitude: 53.4915,
        radius: 180,
        alive: { 2005: 80, 2008: 76, 2013: 9, 2014: 5, 2026: 2 },
        mix: 'print',
      }),
    ],
  },
];
