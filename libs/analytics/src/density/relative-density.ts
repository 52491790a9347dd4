/** How much denser something is than what it is compared with. */
export interface RelativeDensity {
  /** One for each place; 0 where it is not defined. */
  ratios: Float64Array;
  /** 1 where it is. */
  defined: Uint8Array;
}

/**
 * The density of a subject by its total weight, over that of a base by its own: a location quotient
 * at every place, 1 where the subject is spread as the base is. Not defined where the base is less
 * dense than epsilon.
 *
 * Source: Bithell (1990), An application of density estimation to geographical epidemiology,
 * Statistics in Medicine 9(6), 691-701.
 *
 * @param subject n densities, and the sum of the weights that made them
 * @param base n densities at the same places with the same bandwidth
 * @param epsilon in the unit of the densities, above 0
 * @throws {RangeError} if the arrays differ in length, or a total or epsilon is not positive
 */
export function relativeDensity(
  subject: { densities: Float64Array; total: number },
  base: { densities: Float64Array; total: number },
  epsilon: number,
): RelativeDensity {
  const { length } = subject.densities;
  if (base.densities.length !== length) {
    throw new RangeError(`${length} densities, but ${base.densities.length} of the base`);
  }
  for (const [name, value] of Object.entries({ total: subject.total, base: base.total, epsilon })) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`The ${name} of a relative density is ${value}, not positive`);
    }
  }
  const ratios = new Float64Array(length);
  const defined = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    if (!(base.densities[i]! >= epsilon)) continue;
    ratios[i] = subject.densities[i]! / subject.total / (base.densities[i]! / base.total);
    defined[i] = 1;
  }
  return { ratios, defined };
}
