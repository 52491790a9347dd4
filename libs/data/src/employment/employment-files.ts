import { csvLine, type AreaDivision, type AreaEmployment } from '@cluster-atlas/contract';

const COLUMNS: readonly [header: string, key: Exclude<keyof AreaDivision, 'thresholds'>][] = [
  ['sector', 'code'],
  ['title', 'title'],
  ['jobs', 'count'],
  ['share', 'share'],
  ['base_share', 'baseShare'],
  ['lq', 'lq'],
  ['lq_low', 'low'],
  ['lq_high', 'high'],
  ['lq_shrunk', 'shrunkLq'],
  ['growth', 'growth'],
  ['base_growth', 'baseGrowth'],
  ['quadrant', 'quadrant'],
  ['tier', 'tier'],
];

/** A line for each sector, the most jobs first; the header alone where there are no figures. */
export function areaEmploymentCsv({ code, figures }: AreaEmployment): string {
  const lines = (figures?.sectors ?? []).map((sector) =>
    csvLine([code, figures!.year, figures!.since, ...COLUMNS.map(([, key]) => sector[key])]),
  );
  return csvLine(['area', 'year', 'since', ...COLUMNS.map(([header]) => header)]) + lines.join('');
}
