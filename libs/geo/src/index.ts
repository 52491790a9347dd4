export {
  DECAY_LENGTH,
  decayAt,
  decayReach,
  distanceDecay,
  type DistanceDecay,
} from './distance-decay.js';
export { hexagonAt, hexagonCentre } from './hexagons.js';
export { fromNationalGrid, isOnNationalGrid, toNationalGrid } from './national-grid.js';
export { planeProjectionFor, type PlaneProjection } from './plane-projection.js';
export {
  coarserKey,
  MOST_ZOOM,
  quadkey,
  squareAt,
  squareCentre,
  tileAt,
  tileCentre,
} from './nested-cells.js';
export { pointInPolygon, type Rings } from './point-in-polygon.js';
export { polygonsMeet } from './polygons-meet.js';
export { normalisePostcode, postcodeOutcode, postcodeSector } from './postcode.js';
export { fromMercator, mercatorSideMetres, toMercator } from './web-mercator.js';
