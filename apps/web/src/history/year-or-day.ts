import { today } from './use-cluster-history.js';

/** The year, where the day is its end or today; else the day. */
export function yearOrDay(date: string): string {
  return date.endsWith('-12-31') || date === today() ? date.slice(0, 4) : date;
}
