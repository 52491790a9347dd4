/** Metres at which a place's pull has fallen to 1/e; it halves every 173 m. */
export const DECAY_LENGTH = 250;

/**
 * The pull of something at a distance, from 1 here to 0 far away: exp(-d / 250 m).
 *
 * The length is the project's own choice: a three-minute walk.
 *
 * @param distance metres
 */
export function distanceDecay(distance: number): number {
  return Math.exp(-distance / DECAY_LENGTH);
}
