import { feature } from 'topojson-client';
import topology from 'world-atlas/land-50m.json';

/** The type of the import knows no literals: `type` is any string to it. */
const world = topology as unknown as Parameters<typeof feature>[0];

/** Land at 1:50 million. */
export const land = feature(world, 'land');
