export interface Ellipsoid {
  /** Metres. */
  readonly semiMajorAxis: number;
  readonly eccentricitySquared: number;
}

/** Radians, and metres over the ellipsoid. */
export interface Geodetic {
  longitude: number;
  latitude: number;
  height: number;
}

/** Metres from the ellipsoid's centre; x towards longitude 0, z towards the north pole. */
export interface Cartesian {
  x: number;
  y: number;
  z: number;
}

export const WGS84 = ellipsoid(6378137, 298.257223563);
export const AIRY_1830 = ellipsoid(6377563.396, 299.3249646);

function ellipsoid(semiMajorAxis: number, inverseFlattening: number): Ellipsoid {
  const flattening = 1 / inverseFlattening;
  return { semiMajorAxis, eccentricitySquared: flattening * (2 - flattening) };
}

/** Writes into `out`, so that millions of calls allocate nothing. */
export function toCartesian(on: Ellipsoid, position: Geodetic, out: Cartesian): void {
  const sine = Math.sin(position.latitude);
  const cosine = Math.cos(position.latitude);
  const normal = on.semiMajorAxis / Math.sqrt(1 - on.eccentricitySquared * sine * sine);
  const fromAxis = (normal + position.height) * cosine;
  out.x = fromAxis * Math.cos(position.longitude);
  out.y = fromAxis * Math.sin(position.longitude);
  out.z = (normal * (1 - on.eccentricitySquared) + position.height) * sine;
}

/**
 * The inverse of `toCartesian`, exact to a nanometre within 10 km of the ellipsoid.
 *
 * Source: Bowring (1976), Transformation from spatial to geographical coordinates, Survey
 * Review 23(181), 323-327: one step of the iteration; height by Bowring (1985), which also
 * holds near the poles.
 */
export function toGeodetic(on: Ellipsoid, position: Cartesian, out: Geodetic): void {
  const a = on.semiMajorAxis;
  const e2 = on.eccentricitySquared;
  const axisRatio = Math.sqrt(1 - e2);
  const p = Math.sqrt(position.x * position.x + position.y * position.y);
  const tangent = position.z / (p * axisRatio); // of the parametric latitude
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  const b = a * axisRatio;
  const north = position.z + (e2 / (1 - e2)) * b * sine * sine * sine;
  const outward = p - e2 * a * cosine * cosine * cosine;
  const latitude = Math.atan2(north, outward);
  const s = Math.sin(latitude);
  out.longitude = Math.atan2(position.y, position.x);
  out.latitude = latitude;
  out.height = p * Math.cos(latitude) + position.z * s - a * Math.sqrt(1 - e2 * s * s);
}
