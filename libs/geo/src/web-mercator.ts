/** Degrees north: where the world square ends. */
const LATITUDE_LIMIT = 85.05112878;

/**
 * Projects to the world square of web maps.
 *
 * Source: EPSG:3857, scaled to 1; Snyder (1987), Map Projections: A Working Manual, eq. 7-1, 7-2.
 *
 * @param longitude degrees east
 * @param latitude degrees north; beyond 85.05112878 either way it is taken as that
 * @returns fractions of the square's side, from its north-west corner, y southwards
 */
export function toMercator(longitude: number, latitude: number): { x: number; y: number } {
  const clamped = Math.max(-LATITUDE_LIMIT, Math.min(LATITUDE_LIMIT, latitude));
  const isometric = Math.atanh(Math.sin((clamped * Math.PI) / 180));
  return {
    x: longitude / 360 + 0.5,
    y: Math.max(0, Math.min(1, 0.5 - isometric / (2 * Math.PI))),
  };
}

/** Equator of the Web Mercator sphere, metres. */
const EQUATOR = 2 * Math.PI * 6_378_137;

/**
 * How long a small square's side is on the ground; Web Mercator is true to scale at the equator only.
 *
 * @param side fraction of the world square's side
 * @param y of the square's middle, fraction of the world square's side, southwards
 * @returns metres
 */
export function mercatorSideMetres(side: number, y: number): number {
  const { latitude } = fromMercator(0.5, y);
  return EQUATOR * side * Math.cos((latitude * Math.PI) / 180);
}

/**
 * The inverse of `toMercator`.
 *
 * @param x fraction of the world square's side, eastwards
 * @param y fraction of the world square's side, southwards
 * @returns degrees
 */
export function fromMercator(x: number, y: number): { longitude: number; latitude: number } {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
  };
}
