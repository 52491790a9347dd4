import type { ClusterHistory } from '@cluster-atlas/contract';
import { tableCsv } from '../images/table-csv.js';

export const FLOW_COLUMNS = ['name', 'into', 'year', 'businesses'] as const;
export type FlowColumn = (typeof FLOW_COLUMNS)[number];

/** Businesses that were in one cluster and a date later are in another, or still there. */
export interface FlowRow {
  key: string;
  /** Of the cluster that they were in. */
  name: string;
  into: string;
  /** In which they show there. */
  year: number;
  businesses: number;
}

type Flows = Pick<ClusterHistory, 'clusters' | 'dates' | 'flows'>;

export function flowRows({ clusters, flows }: Omit<Flows, 'dates'>): FlowRow[] {
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  return flows.map(({ date, from, to, businesses }) => ({
    key: `${date} ${from} ${to}`,
    name: names.get(from) ?? from,
    into: names.get(to) ?? to,
    year: Number(date.slice(0, 4)),
    businesses,
  }));
}

const CSV_COLUMNS = ['date_before', 'date', 'from', 'from_name', 'to', 'to_name', 'businesses'];

/** The same with ids and days. */
export function flowsCsv({ clusters, dates, flows }: Flows): string {
  const names = new Map(clusters.map(({ id, name }) => [id, name]));
  const before = new Map(dates.map(({ date }, i) => [date, dates[i - 1]?.date ?? null]));
  const records = flows.map(({ date, from, to, businesses }) => ({
    ...{ date_before: before.get(date) ?? null, date },
    ...{ from, from_name: names.get(from) ?? null },
    ...{ to, to_name: names.get(to) ?? null, businesses },
  }));
  return tableCsv<string>(records, CSV_COLUMNS);
}
