export { DECAY_LENGTH, distanceDecay } from './distance-decay.js';
export { fromNationalGrid, isOnNationalGrid, toNationalGrid } from './national-grid.js';
export { planeProjectionFor, type PlaneProjection } from './plane-projection.js';
export { pointInPolygon, type Rings } from './point-in-polygon.js';
export { normalisePostcode, postcodeOutcode, postcodeSector } from './postcode.js';
export { fromMercator, toMercator } from './web-mercator.js';
