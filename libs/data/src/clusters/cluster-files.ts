import { csvLine, type Cluster, type ClusterRun } from '@cluster-atlas/contract';
import { toNationalGrid } from '@cluster-atlas/geo';
import type { MeasuredCluster } from './measure-cluster.js';

/** A column of a table: its header, which names the unit, and what stands in it. */
export type Column<Record> = readonly [
  header: string,
  value: (record: Record) => string | number | null,
];

/** What is measured of a cluster at any date. */
export const MEASURE_COLUMNS: readonly Column<
  Omit<MeasuredCluster, 'outline' | 'hubs' | 'sectors' | 'earlier'>
>[] = [
  ['businesses', ({ size }) => size],
  ['establishments', ({ establishments }) => establishments],
  ['core_places', ({ cores }) => cores],
  ['jobs_stated', ({ jobs }) => jobs],
  ['jobs_stated_high', ({ jobsHigh }) => jobsHigh],
  ['jobs_coverage', ({ jobsCoverage }) => jobsCoverage],
  ['area_km2', ({ areaKm2 }) => areaKm2],
  ['perimeter_m', ({ perimeter }) => perimeter],
  ['compactness', ({ compactness }) => compactness],
  ['businesses_per_km2', ({ densityPerKm2 }) => densityPerKm2],
  ['jobs_per_km2', ({ jobsPerKm2 }) => jobsPerKm2],
  ['lq', ({ lq }) => lq],
  ['lq_low_95', ({ low }) => low],
  ['lq_high_95', ({ high }) => high],
  ['matching_inside', ({ matching }) => matching],
  ['all_inside', ({ all }) => all],
  ['effective_divisions', ({ effectiveSectors }) => effectiveSectors],
  ['longitude_wgs84', ({ centre }) => centre[0]],
  ['latitude_wgs84', ({ centre }) => centre[1]],
  ['easting_m_epsg27700', ({ centre }) => toCentimetre(toNationalGrid(...centre).easting)],
  ['northing_m_epsg27700', ({ centre }) => toCentimetre(toNationalGrid(...centre).northing)],
];

const COLUMNS: readonly Column<Cluster>[] = [
  ['id', ({ id }) => id],
  ['slug', ({ slug }) => slug],
  ['name', ({ name }) => name],
  ...MEASURE_COLUMNS,
  ['earlier_date', ({ earlier }) => earlier?.date ?? null],
  ['earlier_matching_inside', ({ earlier }) => earlier?.matching ?? null],
  ['tier', ({ tier }) => tier],
  ['p', ({ significance }) => significance?.p ?? null],
  ['standing', ({ significance }) => significance?.level ?? null],
  ['expected_businesses', ({ significance }) => significance?.expected ?? null],
  ['labellings', ({ significance }) => significance?.labellings ?? null],
  ['robustness', ({ robustness }) => robustness],
  ...evidenceColumns('co_located', 'coLocated'),
  ...evidenceColumns('related', 'related'),
  ...evidenceColumns('linked', 'linked'),
  ...evidenceColumns('active', 'active'),
  ['leading_division', ({ sectors }) => sectors[0]?.code ?? null],
  ['leading_division_title', ({ sectors }) => sectors[0]?.title ?? null],
  [
    'businesses_by_division',
    ({ sectors }) => sectors.map(({ code, count }) => `${code}:${count}`).join(' '),
  ],
  ['hubs', ({ hubs }) => hubs.map(({ slug }) => slug).join(' ')],
];

/** A line for each cluster; shares are of 1, and empty is what is not known or was not asked for. */
export function clusterTableCsv({ clusters }: Pick<ClusterRun, 'clusters'>): Generator<string> {
  return tableLines(COLUMNS, clusters);
}

/** A header and a line for each record, one at a time. */
export function* tableLines<Record>(
  columns: readonly Column<Record>[],
  records: Iterable<Record>,
): Generator<string> {
  yield csvLine(columns.map(([header]) => header));
  for (const record of records) yield csvLine(columns.map(([, value]) => value(record)));
}

function evidenceColumns(
  header: string,
  criterion: keyof Cluster['evidence'],
): readonly Column<Cluster>[] {
  return [
    [`${header}_evidence`, ({ evidence }) => evidence[criterion].verdict],
    [`${header}_figure`, ({ evidence }) => evidence[criterion].figure],
    [`${header}_against`, ({ evidence }) => evidence[criterion].against],
  ];
}

/** The degrees of a run are rounded to as much. */
function toCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100;
}
