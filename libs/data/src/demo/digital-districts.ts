import { digitalDistrict, type District } from './districts.js';
import { HUB_POSITIONS } from './hubs.js';

/** Published: about 120 firms within 500 m at the end of 2012 and 250 at the end of 2017. */
const MEDIA_CITY: District = {
  slug: 'mediacityuk',
  name: 'MediaCityUK, Salford',
  alive: { 2005: 5, 2011: 12, 2012: 72, 2013: 120, 2018: 250, 2021: 285, 2026: 300 },
  mix: 'mediaCity',
  sizes: 'media',
  recruits: { from: ['chapel-street', 'city-centre', 'northern-quarter'], share: 0.15 },
  elsewhere: 0.6, // published: 6 in 10
  clearing: { radius: 680, of: 'all' }, // docks until 2007, and what is there now is counted above
  grounds: [
    {
      centre: { longitude: -2.2985, latitude: 53.4742 }, // north of the hub: the Ship Canal is south
      shape: 'disc',
      radius: 300,
      sharing: 0.94,
      share: 1,
      buildings: [
        { name: 'The Greenhouse, MediaCityUK', ...HUB_POSITIONS.theGreenhouse },
        { name: 'HOST, MediaCityUK', ...HUB_POSITIONS.hostSalford },
        { name: 'The Pie Factory, MediaCityUK', ...HUB_POSITIONS.pieFactory },
      ],
    },
  ],
};

/** Digital districts that grow or stay; those with a planted history are in histories.ts. */
export const STEADY_DISTRICTS: readonly District[] = [
  MEDIA_CITY,
  digitalDistrict({
    slug: 'city-centre',
    name: 'Deansgate, Manchester',
    longitude: -2.249,
    latitude: 53.48,
    radius: 140,
    alive: { 2005: 70, 2015: 110, 2026: 150 },
    mix: 'corporate',
  }),
  digitalDistrict({
    slug: 'manchester-science-park',
    name: 'Manchester Science Park',
    ...HUB_POSITIONS.manchesterSciencePark,
    radius: 160,
    alive: { 2005: 28, 2011: 45, 2020: 90, 2026: 110 },
    mix: 'science',
  }),
  digitalDistrict({
    slug: 'the-sharp-project',
    name: 'The Sharp Project, Newton Heath',
    ...HUB_POSITIONS.theSharpProject,
    radius: 60,
    alive: { 2011: 0, 2013: 30, 2018: 55, 2026: 60 },
    mix: 'studios',
    recruits: { from: ['northern-quarter', 'ancoats'], share: 0.1 },
  }),
  digitalDistrict({
    slug: 'chapel-street',
    name: 'Chapel Street, Salford',
    longitude: -2.262,
    latitude: 53.484,
    radius: 150,
    alive: { 2005: 40, 2015: 70, 2026: 85 },
    mix: 'creative',
  }),
  digitalDistrict({
    slug: 'salford-quays',
    name: 'Salford Quays',
    longitude: -2.2835,
    latitude: 53.47,
    radius: 150,
    alive: { 2005: 60, 2010: 66, 2026: 75 },
    mix: 'itOffices',
  }),
];
