/** Metres at which a place's pull has fallen to 1/e; it halves every 173 m. */
export const DECAY_LENGTH = 250;

/** How the pull of something falls with distance. Lengths are metres. */
export type DistanceDecay =
  /** d^-exponent, d being at least the floor, so that the pull of what is here stays finite. */
  | { form: 'power'; exponent: number; floor: number }
  /** exp(-d / length) */
  | { form: 'exponential'; length: number }
  /** exp(-d^2 / 2 sigma^2) */
  | { form: 'gaussian'; sigma: number }
  /** 1 up to the radius, the radius included; 0 beyond. */
  | { form: 'step'; radius: number }
  /** The weight of the first radius, ascending, that the distance does not exceed; 0 beyond the last. */
  | { form: 'steps'; radii: readonly number[]; weights: readonly number[] };

/**
 * The pull of something at a distance, from 1 here to 0 far away: exp(-d / 250 m).
 *
 * The length is the project's own choice: a three-minute walk.
 *
 * @param distance metres
 */
export function distanceDecay(distance: number): number {
  return exponential(distance, DECAY_LENGTH);
}

/**
 * The pull at a distance under any form of decay. The power's is in metres to minus the exponent, the
 * others are 1 here.
 *
 * @param distance metres, at least 0
 */
export function decayAt(decay: DistanceDecay, distance: number): number {
  switch (decay.form) {
    case 'power':
      return Math.max(distance, decay.floor) ** -decay.exponent;
    case 'exponential':
      return exponential(distance, decay.length);
    case 'gaussian':
      return Math.exp(-(distance * distance) / (2 * decay.sigma * decay.sigma));
    case 'step':
      return distance <= decay.radius ? 1 : 0;
    case 'steps':
      return decay.weights[decay.radii.findIndex((radius) => distance <= radius)] ?? 0;
  }
}

/** Metres beyond which the pull is below 1e-15 of that here; Infinity for a power. */
export function decayReach(decay: DistanceDecay): number {
  switch (decay.form) {
    case 'power':
      return Infinity;
    case 'exponential':
      return 35 * decay.length;
    case 'gaussian':
      return 8.5 * decay.sigma;
    case 'step':
      return decay.radius;
    case 'steps':
      return decay.radii.at(-1) ?? 0;
  }
}

function exponential(distance: number, length: number): number {
  return Math.exp(-distance / length);
}
