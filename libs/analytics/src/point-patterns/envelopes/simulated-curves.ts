/** Curves of simulations at the same radii. */
export interface SimulatedCurves {
  /** One curve after the other; NaN where one is not defined. */
  values: Float64Array;
  radii: number;
}

/** Between which curves lie by chance; null at a radius where not every simulated curve is defined. */
export interface Band {
  low: (number | null)[];
  high: (number | null)[];
}

export function countCurves({ values, radii }: SimulatedCurves): number {
  return values.length / radii;
}

/** The values at one radius, in the order of the simulations. */
export function valuesAt({ values, radii }: SimulatedCurves, radius: number): Float64Array {
  return Float64Array.from(
    { length: values.length / radii },
    (_, i) => values[i * radii + radius]!,
  );
}

/** The radii at which every curve is defined. */
export function definedRadii({ values, radii }: SimulatedCurves): number[] {
  const isDefined = new Uint8Array(radii).fill(1);
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) isDefined[i % radii] = 0;
  return Array.from(isDefined.keys()).filter((radius) => isDefined[radius] === 1);
}

/** Of the curves that are defined there; null where none is. */
export function meanCurve(curves: SimulatedCurves): (number | null)[] {
  return Array.from({ length: curves.radii }, (_, radius) => {
    const defined = valuesAt(curves, radius).filter((value) => !Number.isNaN(value));
    if (defined.length === 0) return null;
    return defined.reduce((sum, value) => sum + value, 0) / defined.length;
  });
}

/** @throws {RangeError} if alpha is not between 0 and 1, or there are too few curves to leave any out */
export function checkAlpha(curves: SimulatedCurves, alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}, not between 0 and 1`);
  if (countCurves(curves) < 1) throw new RangeError('There is no simulation');
}
