import type { AreaDivision, AreaProfile } from '@cluster-atlas/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import { formatCount, formatQuotient, formatShare } from '../strings/figures.js';

const DivisionChart = lazy(() => import('./division-chart.js'));

const FIRST = 10;
const COLUMNS = ['code', 'title', 'count', 'lq', 'growth', 'quadrant', 'tier'] as const;

/** What the businesses of an area do: how specialised it is, how that grows, how strong it is. */
export function AreaDivisions({ profile: { divisions } }: { profile: AreaProfile }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  if (divisions.length === 0) return null;
  const hasGrowth = divisions.some(({ growth }) => growth !== null);
  const hasTiers = divisions.some(({ thresholds }) => thresholds !== null);
  return (
    <section>
      <h3>{t('areas.divisions')}</h3>
      <p className="note">{t('areas.divisionsMeaning')}</p>
      {hasGrowth && (
        <DownloadableFigure title={t('areas.divisions')} csv={() => tableCsv(divisions, COLUMNS)}>
          <Suspense fallback={null}>
            <DivisionChart divisions={divisions} />
          </Suspense>
        </DownloadableFigure>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('areas.divisions')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('areas.division')}</th>
              <th scope="col">{t('areas.columns.all')}</th>
              <th scope="col">{t('areas.quotientShort')}</th>
              {hasGrowth && <th scope="col">{t('areas.columns.growth')}</th>}
              {hasGrowth && <th scope="col">{t('areas.quadrant')}</th>}
              {hasTiers && <th scope="col">{t('areas.tier')}</th>}
            </tr>
          </thead>
          <tbody>
            {divisions.slice(0, isWhole ? divisions.length : FIRST).map((division) => (
              <DivisionRow key={division.code} {...{ division, hasGrowth, hasTiers }} />
            ))}
          </tbody>
        </table>
      </div>
      {divisions.length > FIRST && (
        <button type="button" className="button quiet" onClick={() => setIsWhole(!isWhole)}>
          {isWhole
            ? t('clusters.fewer')
            : t('clusters.all', { formatted: formatCount(divisions.length) })}
        </button>
      )}
      {hasTiers && <p className="note">{t('areas.tierMeaning')}</p>}
    </section>
  );
}

interface DivisionRowProps {
  division: AreaDivision;
  hasGrowth: boolean;
  hasTiers: boolean;
}

function DivisionRow({ division, hasGrowth, hasTiers }: DivisionRowProps) {
  const { t } = useTranslation();
  const { code, title, count, growth, quadrant, tier, thresholds } = division;
  return (
    <tr>
      <th scope="row">
        {code} {title}
      </th>
      <td>{formatCount(count)}</td>
      <td>{formatQuotient(division)}</td>
      {hasGrowth && <td>{growth === null ? '–' : formatShare(growth)}</td>}
      {hasGrowth && <td>{quadrant === null ? '–' : t(`areas.quadrants.${quadrant}`)}</td>}
      {hasTiers && (
        <td>
          {tier === null ? '–' : t(`areas.tiers.${tier}`)}
          {thresholds && thresholds.lq50 !== null && (
            <span className="note">
              {' '}
              {t('areas.thresholds', {
                lq25: thresholds.lq25?.toFixed(1),
                lq50: thresholds.lq50.toFixed(1),
                lq75: thresholds.lq75?.toFixed(1),
                lq90: thresholds.lq90?.toFixed(1),
                least: thresholds.count25,
                areas: thresholds.areas,
              })}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
