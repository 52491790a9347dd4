import type { AreaProfile } from '@cluster-atlas/contract';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMeasure } from '../areas/area-measures.js';
import { areaAddress, areaRequest } from '../areas/use-areas.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import type { AreaMeasure } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatQuotient, formatShare } from '../strings/figures.js';
import { TrendComparison } from './trend-comparison.js';

const ROWS: readonly (AreaMeasure | 'areaKm2' | 'all')[] = [
  ...(['matching', 'all', 'areaKm2', 'densityPerKm2', 'share'] as const),
  ...(['lq', 'shrunkLq', 'growth', 'jobs'] as const),
];
const DIVISIONS = 3;
const COLUMNS = ['code', 'name', ...ROWS] as const;

/** The chosen areas and clusters side by side. */
export function AreaComparison({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const { compare } = state;
  const answers = useQueries({
    queries: compare.map((name) => areaRequest(areaAddress(name, state))),
  });
  if (compare.length === 0) return <p className="note">{t('areas.compareHint')}</p>;
  const failed = answers.find(({ error }) => error);
  const profiles = answers.flatMap(({ data }) => data ?? []);
  return (
    <section className="comparison" aria-labelledby="comparison-title">
      <h3 id="comparison-title">{t('areas.comparison')}</h3>
      {failed?.error && <ProblemState error={failed.error} onRetry={() => void failed.refetch()} />}
      {profiles.length < compare.length && !failed && <LoadingState />}
      {profiles.length > 0 && (
        <DownloadableFigure
          title={t('areas.comparison')}
          csv={() =>
            tableCsv(
              profiles.map(({ measures }) => measures),
              COLUMNS,
            )
          }
        >
          <ComparisonTable profiles={profiles} />
        </DownloadableFigure>
      )}
      {profiles.length === compare.length && (
        <TrendComparison state={state} names={profiles.map(({ measures }) => measures.name)} />
      )}
      <button type="button" className="button quiet" onClick={() => navigate({ compare: [] })}>
        {t('areas.compareClear')}
      </button>
    </section>
  );
}

function ComparisonTable({ profiles }: { profiles: readonly AreaProfile[] }) {
  const { t } = useTranslation();
  // two drawn areas have one code
  const keyOf = (profile: AreaProfile) => profiles.indexOf(profile);
  return (
    <ScrolledTable name={t('areas.comparison')}>
      <thead>
        <tr>
          <th scope="col">{t('clusters.measures')}</th>
          {profiles.map((profile) => (
            <th key={keyOf(profile)} scope="col">
              {profile.measures.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => {
          const most = Math.max(...profiles.map(({ measures }) => measures[row] ?? 0));
          return (
            <tr key={row}>
              <th scope="row">{t(`areas.columns.${row}`)}</th>
              {profiles.map((profile) => {
                const value = profile.measures[row];
                const length = most > 0 && value !== null ? Math.max(0, value / most) : 0;
                return (
                  <td key={keyOf(profile)}>
                    {row === 'lq' ? formatQuotient(profile.measures) : formatMeasure(row, value)}
                    <span className="bar" style={{ inlineSize: `${100 * length}%` }} />
                  </td>
                );
              })}
            </tr>
          );
        })}
        <tr>
          <th scope="row">{t('areas.largest')}</th>
          {profiles.map((profile) => (
            <td key={keyOf(profile)}>
              <LargestDivisions profile={profile} />
            </td>
          ))}
        </tr>
      </tbody>
    </ScrolledTable>
  );
}

function LargestDivisions({ profile: { divisions } }: { profile: AreaProfile }) {
  return (
    <ul>
      {divisions.slice(0, DIVISIONS).map(({ code, title, share }) => (
        <li key={code}>
          {title} <span className="note">{formatShare(share)}</span>
        </li>
      ))}
    </ul>
  );
}
