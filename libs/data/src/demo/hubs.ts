import type { NewHub } from '../hubs/write-hubs.js';

/** Facts, from general knowledge. WGS 84 degrees. */
export const HUB_POSITIONS = {
  mediacityuk: { latitude: 53.47287, longitude: -2.29967 },
  theGreenhouse: { latitude: 53.4726, longitude: -2.2978 },
  hostSalford: { latitude: 53.4725, longitude: -2.2991 },
  pieFactory: { latitude: 53.4729, longitude: -2.2969 },
  theSharpProject: { latitude: 53.50144, longitude: -2.1955 },
  manchesterSciencePark: { latitude: 53.46303, longitude: -2.23601 },
  circleSquare: { latitude: 53.47288, longitude: -2.23898 },
  northernQuarter: { latitude: 53.4838, longitude: -2.236 },
};

const POSITION_ERROR_METRES = 50;

const hub = (slug: string, name: string, kind: string, place: keyof typeof HUB_POSITIONS) => ({
  slug,
  name,
  kind,
  ...HUB_POSITIONS[place],
  positionErrorMetres: POSITION_ERROR_METRES,
});

/** The only real things in the demo: their names and where they are. */
export const DEMO_HUBS: readonly NewHub[] = [
  hub('mediacityuk', 'MediaCityUK', 'media campus', 'mediacityuk'),
  hub('the-greenhouse', 'The Greenhouse', 'co-working', 'theGreenhouse'),
  hub('host-salford', 'HOST Salford', 'incubator', 'hostSalford'),
  hub('pie-factory', 'The Pie Factory', 'studios', 'pieFactory'),
  hub('the-sharp-project', 'The Sharp Project', 'media campus', 'theSharpProject'),
  hub(
    'manchester-science-park',
    'Manchester Science Park',
    'science park',
    'manchesterSciencePark',
  ),
  hub('circle-square', 'Circle Square', 'innovation district', 'circleSquare'),
  hub('northern-quarter', 'Northern Quarter', 'creative quarter', 'northernQuarter'),
];
