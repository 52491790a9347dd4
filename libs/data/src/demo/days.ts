const DAY_MS = 86_400_000;

/** A day as a count from 1970-01-01. @param month 1 to 12 */
export function dayOf(year: number, month = 1, day = 1): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The demo knows every business that was alive from here on. */
export const FIRST_DAY = dayOf(2005);
/** Its "today": what is open then stays open. */
export const LAST_DAY = dayOf(2025, 12, 31);

/** The first day of a quarter, the first after it, and the year with its fraction then. */
export interface Quarter {
  first: number;
  next: number;
  time: number;
}

/** From the first day to the last. */
export function quarters(): Quarter[] {
  const list: Quarter[] = [];
  const firstOf = (count: number) => dayOf(2005 + Math.floor(count / 4), 1 + (count % 4) * 3);
  for (let count = 0; firstOf(count) <= LAST_DAY; count++) {
    list.push({ first: firstOf(count), next: firstOf(count + 1), time: 2005 + (count + 1) / 4 });
  }
  return list;
}
