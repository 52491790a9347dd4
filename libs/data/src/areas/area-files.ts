import { csvLine, type AreaMeasures, type AreaTable } from '@cluster-atlas/contract';

const COLUMNS: readonly [header: string, key: keyof AreaMeasures][] = [
  ['code', 'code'],
  ['name', 'name'],
  ['area_km2', 'areaKm2'],
  ['matching', 'matching'],
  ['all', 'all'],
  ['density_per_km2', 'densityPerKm2'],
  ['share', 'share'],
  ['lq', 'lq'],
  ['lq_low', 'low'],
  ['lq_high', 'high'],
  ['lq_shrunk', 'shrunkLq'],
  ['before', 'before'],
  ['growth', 'growth'],
  ['jobs', 'jobs'],
  ['jobs_high', 'jobsHigh'],
  ['jobs_coverage', 'jobsCoverage'],
];

/** A line for each area. */
export function areaTableCsv({ areas }: Pick<AreaTable, 'areas'>): string {
  const lines = areas.map((area) => csvLine(COLUMNS.map(([, key]) => area[key])));
  return csvLine(COLUMNS.map(([header]) => header)) + lines.join('');
}
