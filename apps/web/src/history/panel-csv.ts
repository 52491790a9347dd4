import type { ClusterHistory } from '@cluster-atlas/contract';
import { tableCsv } from '../images/table-csv.js';

const COLUMNS = [
  ...(['cluster', 'name', 'life_cycle', 'date'] as const),
  ...(['businesses', 'longitude', 'latitude'] as const),
];

/** A line for each cluster and date. */
export function panelCsv({ clusters }: Pick<ClusterHistory, 'clusters'>): string {
  const records = clusters.flatMap(({ id, name, lifeCycle, versions }) =>
    versions.map(({ date, size, longitude, latitude }) => ({
      ...{ cluster: id, name, life_cycle: lifeCycle, date },
      ...{ businesses: size, longitude, latitude },
    })),
  );
  return tableCsv(records, COLUMNS);
}
