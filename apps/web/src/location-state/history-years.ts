import { ClusterHistoryQuery } from '@cluster-atlas/contract';

const KEYS = ['from', 'to'] as const;

/** The years at whose ends clusters are told of; without `to`, until today. */
export type HistoryYears = Pick<ClusterHistoryQuery, 'from' | 'to'>;

export const USUAL_YEARS: HistoryYears = { from: ClusterHistoryQuery.parse({}).from };

/** Years that the API would refuse are left out. */
export function readHistoryYears(parameters: URLSearchParams): HistoryYears {
  const given = KEYS.flatMap((key) => (parameters.has(key) ? [[key, parameters.get(key)]] : []));
  const { success, data } = ClusterHistoryQuery.safeParse(Object.fromEntries(given));
  if (!success) return USUAL_YEARS;
  return data.to === undefined ? { from: data.from } : { from: data.from, to: data.to };
}

/** The years as the API takes them, without defaults. */
export function writeHistoryYears({ from, to }: HistoryYears): [name: string, value: string][] {
  return [
    ...(from === USUAL_YEARS.from ? [] : [['from', String(from)] as [string, string]]),
    ...(to === undefined ? [] : [['to', String(to)] as [string, string]]),
  ];
}

/** Whether the clusters of the day are told of without asking for it. */
export function isYearEnd(date: string, { from, to }: HistoryYears, today: string): boolean {
  const year = Number(date.slice(0, 4));
  if (year < from || (to !== undefined && year > to)) return false;
  return date === today || (date.endsWith('-12-31') && date < today);
}
