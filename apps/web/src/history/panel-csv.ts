import type { ClusterHistory } from '@cluster-atlas/contract';

const HEADER = 'cluster,name,life_cycle,date,businesses,longitude,latitude';

/** A line for each cluster and date; RFC 4180. */
export function panelCsv({ clusters }: Pick<ClusterHistory, 'clusters'>): string {
  const lines = clusters.flatMap(({ id, name, lifeCycle, versions }) =>
    versions.map(({ date, size, longitude, latitude }) =>
      [id, quote(name), lifeCycle ?? '', date, size, longitude, latitude].join(','),
    ),
  );
  return [HEADER, ...lines].map((line) => `${line}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
