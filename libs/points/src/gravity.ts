import { DECAY_LENGTH, distanceDecay } from '@cluster-atlas/geo';
import { OrderFreeSum } from './order-free-sum.js';

/** Sums of m exp(-d / 250 m). */
export interface Gravity {
  /** m = 1. */
  firms: number;
  /** m = stated employees, or the lower bound of their range; who states none adds nothing. */
  jobsLow: number;
  /** m = stated employees, or the upper bound of their range, or the lower if there is no upper. */
  jobsHigh: number;
}

/** Metres beyond which 10 million firms together would add less than 1e-14. */
export const GRAVITY_REACH = 50 * DECAY_LENGTH;

/** Adds up the pull of businesses on one place, in whatever order they come. */
export class GravitySum {
  private readonly firms = new OrderFreeSum();
  private readonly jobsLow = new OrderFreeSum();
  private readonly jobsHigh = new OrderFreeSum();

  /** @param distance metres; jobs NaN: not stated */
  add(distance: number, jobsLow: number, jobsHigh: number): void {
    if (distance > GRAVITY_REACH) return;
    const pull = distanceDecay(distance);
    this.firms.add(pull);
    if (Number.isNaN(jobsLow)) return;
    this.jobsLow.add(pull * jobsLow);
    this.jobsHigh.add(pull * (Number.isNaN(jobsHigh) ? jobsLow : jobsHigh));
  }

  get value(): Gravity {
    return {
      firms: this.firms.value,
      jobsLow: this.jobsLow.value,
      jobsHigh: this.jobsHigh.value,
    };
  }
}
