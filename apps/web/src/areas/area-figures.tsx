import type { AreaProfile } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import { hasSector, type Selection } from '../location-state/selection-parameters.js';
import {
  formatCount,
  formatCountRange,
  formatDate,
  formatQuotient,
  formatShare,
  formatSigned,
  formatTenths,
} from '../strings/figures.js';
import { formatMeasure } from './area-measures.js';

const SIZE_COLUMNS = ['band', 'count', 'share', 'baseShare'] as const;

interface AreaFiguresProps {
  profile: AreaProfile;
  selection: Selection;
}

/** The measures of an area, its sizes, and how its change splits up. */
export function AreaFigures({ profile, selection }: AreaFiguresProps) {
  const { t } = useTranslation();
  const { measures, since } = profile;
  const { jobs, jobsHigh, jobsCoverage, growth } = measures;
  const isSectorChosen = hasSector(selection);
  const rows: [name: string, value: string][] = [
    [t('areas.columns.areaKm2'), formatMeasure('areaKm2', measures.areaKm2)],
    [t('areas.columns.densityPerKm2'), formatMeasure('densityPerKm2', measures.densityPerKm2)],
  ];
  if (isSectorChosen) {
    rows.push([t('areas.quotient'), formatQuotient(measures)]);
  }
  if (isSectorChosen && measures.shrunkLq !== null) {
    rows.push([t('areas.columns.shrunkLq'), formatMeasure('shrunkLq', measures.shrunkLq)]);
  }
  if (growth !== null && since !== null) {
    rows.push([
      t('areas.growthSince', { date: formatDate(since) }),
      formatMeasure('growth', growth),
    ]);
  }
  if (jobs !== null) {
    const range = formatCountRange(jobs, jobsHigh);
    const share = formatShare(jobsCoverage!);
    rows.push([t('hub.jobs'), t('hub.jobsCovered', { jobs: range, share })]);
  }
  return (
    <>
      <section>
        <h3>{t('clusters.measures')}</h3>
        <Figures rows={rows} />
        {isSectorChosen && <p className="note">{t('areas.quotientMeaning')}</p>}
      </section>
      <ShiftShare profile={profile} />
      <SizeBands profile={profile} />
    </>
  );
}

function Figures({ rows }: { rows: readonly [name: string, value: string][] }) {
  return (
    <dl className="measures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Businesses gained or lost since the earlier date, by cause. */
function ShiftShare({ profile: { shiftShare, since } }: { profile: AreaProfile }) {
  const { t } = useTranslation();
  if (!shiftShare || since === null) return null;
  const parts = ['change', 'national', 'industry', 'regional'] as const;
  return (
    <section>
      <h3>{t('areas.shiftShare', { date: formatDate(since) })}</h3>
      <Figures
        rows={parts.map((part) => [
          t(`areas.shiftShares.${part}`),
          formatSigned(shiftShare[part], formatTenths),
        ])}
      />
      <p className="note">{t('areas.shiftShareMeaning')}</p>
    </section>
  );
}

function SizeBands({ profile: { sizeBands, measures } }: { profile: AreaProfile }) {
  const { t } = useTranslation();
  if (measures.matching === 0) return null;
  return (
    <section>
      <h3>{t('filters.size')}</h3>
      <DownloadableFigure title={t('filters.size')} csv={() => tableCsv(sizeBands, SIZE_COLUMNS)}>
        <ul className="bars">
          {sizeBands.map(({ band, count, share, baseShare }) => (
            <li key={band}>
              <span className="bar-name">{band === 'unknown' ? t('areas.sizeUnknown') : band}</span>
              <span className="bar-figure">
                {t('areas.sizeShare', {
                  count: formatCount(count),
                  share: formatShare(share ?? 0),
                  base: formatShare(baseShare ?? 0),
                })}
              </span>
              <span className="bar" style={{ inlineSize: `${100 * (share ?? 0)}%` }} />
            </li>
          ))}
        </ul>
      </DownloadableFigure>
    </section>
  );
}
