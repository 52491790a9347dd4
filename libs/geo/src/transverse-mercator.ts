import type { Ellipsoid } from './ellipsoid.js';

/** On the plane, metres. */
export interface PlanePosition {
  easting: number;
  northing: number;
}

/** Radians on the projection's ellipsoid. */
export interface AngularPosition {
  longitude: number;
  latitude: number;
}

export interface TransverseMercatorConstants {
  ellipsoid: Ellipsoid;
  /** Radians. */
  centralMeridian: number;
  originLatitude: number;
  /** On the central meridian. */
  scale: number;
  /** Metres. */
  falseEasting: number;
  falseNorthing: number;
}

type Series = readonly [number, number, number, number];

interface ComplexNumber {
  real: number;
  imaginary: number;
}

const sum: ComplexNumber = { real: 0, imaginary: 0 };

/**
 * A transverse Mercator projection, exact to a micrometre within 10 degrees of its central meridian.
 *
 * Source: Karney (2011), Transverse Mercator with an accuracy of a few nanometers, Journal of
 * Geodesy 85, 475-485.
 */
export class TransverseMercator {
  private readonly eccentricity: number;
  /** Of the rectifying sphere, metres, times the scale. */
  private readonly radius: number;
  private readonly alpha: Series;
  private readonly minusBeta: Series;
  /** Metres along the meridian from the equator to the origin. */
  private readonly origin: number;

  constructor(private readonly constants: TransverseMercatorConstants) {
    const { ellipsoid, scale, originLatitude } = constants;
    this.eccentricity = Math.sqrt(ellipsoid.eccentricitySquared);
    const axisRatio = Math.sqrt(1 - ellipsoid.eccentricitySquared);
    const n = (1 - axisRatio) / (1 + axisRatio); // third flattening
    this.radius = scale * (ellipsoid.semiMajorAxis / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
    this.alpha = alphaOf(n);
    this.minusBeta = minusBetaOf(n);
    this.origin = this.radius * this.meridianArc(originLatitude);
  }

  /** Source: Karney (2011) eq. 7-11. */
  project(position: AngularPosition, out: PlanePosition): void {
    const lambda = position.longitude - this.constants.centralMeridian;
    const tau = Math.sinh(this.isometricLatitude(Math.sin(position.latitude)));
    const cosine = Math.cos(lambda);
    const xi = Math.atan2(tau, cosine);
    const eta = Math.asinh(Math.sin(lambda) / Math.sqrt(tau * tau + cosine * cosine));
    addSeries(this.alpha, xi, eta);
    out.easting = this.constants.falseEasting + this.radius * sum.imaginary;
    out.northing = this.constants.falseNorthing + this.radius * sum.real - this.origin;
  }

  /**
   * The inverse of `project`.
   *
   * Source: Karney (2011) eq. 15-18; the latitude by fixed-point iteration, which gains 2.5 digits
   * a step.
   */
  unproject(position: PlanePosition, out: AngularPosition): void {
    const { falseEasting, falseNorthing, centralMeridian } = this.constants;
    addSeries(
      this.minusBeta,
      (position.northing - falseNorthing + this.origin) / this.radius,
      (position.easting - falseEasting) / this.radius,
    );
    const sinh = Math.sinh(sum.imaginary);
    const cosine = Math.cos(sum.real);
    const psi = Math.asinh(Math.sin(sum.real) / Math.sqrt(sinh * sinh + cosine * cosine));
    let sine = Math.tanh(psi);
    for (let step = 0; step < 6; step++) {
      sine = Math.tanh(psi + this.eccentricity * Math.atanh(this.eccentricity * sine));
    }
    out.longitude = centralMeridian + Math.atan2(sinh, cosine);
    out.latitude = Math.asin(sine);
  }

  private isometricLatitude(sine: number): number {
    return Math.atanh(sine) - this.eccentricity * Math.atanh(this.eccentricity * sine);
  }

  /** From the equator, in units of the scaled rectifying radius. */
  private meridianArc(latitude: number): number {
    addSeries(this.alpha, Math.atan(Math.sinh(this.isometricLatitude(Math.sin(latitude)))), 0);
    return sum.real;
  }
}

/** Karney (2011) eq. 35, to the fourth order of n. */
function alphaOf(n: number): Series {
  return [
    n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
    (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
    (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
    (49561 * n ** 4) / 161280,
  ];
}

/** Karney (2011) eq. 36, negated: added like alpha. */
function minusBetaOf(n: number): Series {
  return [
    -(n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360),
    -(n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440),
    -((17 * n ** 3) / 480 - (37 * n ** 4) / 840),
    -((4397 * n ** 4) / 161280),
  ];
}

/**
 * Sets `sum` to z + c1 sin 2z + c2 sin 4z + c3 sin 6z + c4 sin 8z for the complex z = xi + i eta.
 *
 * Source: Clenshaw's recurrence, as in Karney (2011) section 3.
 */
function addSeries(coefficients: Series, xi: number, eta: number): void {
  const sine = Math.sin(2 * xi);
  const cosine = Math.cos(2 * xi);
  const exponential = Math.exp(2 * eta);
  const cosh = (exponential + 1 / exponential) / 2;
  const sinh = Math.sinh(2 * eta);
  const real = 2 * cosine * cosh; // of 2 cos 2z
  const imaginary = -2 * sine * sinh;
  let a = 0;
  let b = 0;
  let previousA = 0;
  let previousB = 0;
  for (let order = 3; order >= 0; order--) {
    const nextA = real * a - imaginary * b - previousA + coefficients[order]!;
    const nextB = real * b + imaginary * a - previousB;
    previousA = a;
    previousB = b;
    a = nextA;
    b = nextB;
  }
  sum.real = xi + sine * cosh * a - cosine * sinh * b; // times sin 2z
  sum.imaginary = eta + sine * cosh * b + cosine * sinh * a;
}
