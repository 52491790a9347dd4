import type { AreaDivision } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { lateChart } from '../images/late-chart.js';
import { tableCsv } from '../images/table-csv.js';
import {
  DASH,
  formatCount,
  formatDensity,
  formatFineQuotient,
  formatKnown,
  formatQuotient,
  formatShare,
  formatTenths,
} from '../strings/figures.js';

const CompositionChart = lateChart(() => import('./composition-chart.js'));
const SectorChart = lateChart(() => import('./sector-chart.js'));

const FIRST = 10;

const COLUMNS = [
  ...(['code', 'title', 'count', 'share', 'baseShare', 'lq', 'low', 'high'] as const),
  ...(['shrunkLq', 'growth', 'baseGrowth', 'quadrant', 'regional', 'tier'] as const),
] as const;

/** Whose words say what is counted: of businesses or of jobs. */
export type SectorWords = 'areas' | 'employment';

interface SectorFiguresProps {
  title: string;
  sectors: readonly AreaDivision[];
  words: SectorWords;
}

/** Sectors of an area: how specialised it is, how that grows, how strong it is. */
export function SectorFigures({ title, sectors, words }: SectorFiguresProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const columns = {
    growth: sectors.some(({ growth }) => growth !== null),
    shrunk: sectors.some(({ shrunkLq }) => shrunkLq !== null),
    tier: sectors.some(({ thresholds }) => thresholds !== null),
  };
  return (
    <>
      <DownloadableFigure title={title} csv={() => tableCsv(sectors, COLUMNS)}>
        <CompositionChart divisions={sectors} words={words} />
        {columns.growth && <SectorChart sectors={sectors} words={words} />}
      </DownloadableFigure>
      <ScrolledTable name={title} className="division-table">
        <thead>
          <tr>
            <th scope="col">{t(`${words}.division`)}</th>
            <th scope="col">{t(`${words}.amount`)}</th>
            <th scope="col">{t('areas.columns.share')}</th>
            <th scope="col">{t(`${words}.baseShare`)}</th>
            <th scope="col">{t('areas.quotientShort')}</th>
            {columns.shrunk && <th scope="col">{t('areas.columns.shrunkLq')}</th>}
            {columns.growth && <th scope="col">{t('areas.columns.growth')}</th>}
            {columns.growth && <th scope="col">{t('areas.quadrant')}</th>}
            {columns.tier && <th scope="col">{t('areas.tier')}</th>}
          </tr>
        </thead>
        <tbody>
          {sectors.slice(0, isWhole ? sectors.length : FIRST).map((sector) => (
            <SectorRow key={sector.code} {...{ sector, words, columns }} />
          ))}
        </tbody>
      </ScrolledTable>
      {sectors.length > FIRST && (
        <button type="button" className="button quiet" onClick={() => setIsWhole(!isWhole)}>
          {isWhole
            ? t('clusters.fewer')
            : t('clusters.all', { formatted: formatCount(sectors.length) })}
        </button>
      )}
      {columns.tier && <p className="note">{t(`${words}.tierMeaning`)}</p>}
    </>
  );
}

interface SectorRowProps {
  sector: AreaDivision;
  words: SectorWords;
  columns: { growth: boolean; shrunk: boolean; tier: boolean };
}

function SectorRow({ sector, words, columns }: SectorRowProps) {
  const { t } = useTranslation();
  const { code, title, count, share, baseShare, shrunkLq, growth, quadrant, tier, thresholds } =
    sector;
  return (
    <tr>
      <th scope="row">
        {code} {title}
      </th>
      <td>{formatCount(count)}</td>
      <td>{formatShare(share)}</td>
      <td>{formatShare(baseShare)}</td>
      <td>{words === 'areas' ? formatQuotient(sector) : formatFineQuotient(sector)}</td>
      {columns.shrunk && <td>{formatKnown(shrunkLq, formatDensity)}</td>}
      {columns.growth && <td>{formatKnown(growth, formatShare)}</td>}
      {columns.growth && <td>{quadrant === null ? DASH : t(`areas.quadrants.${quadrant}`)}</td>}
      {columns.tier && (
        <td>
          {tier === null ? DASH : t(`areas.tiers.${tier}`)}
          {thresholds && thresholds.lq50 !== null && (
            <span className="note">
              {' '}
              {t(`${words}.thresholds`, {
                lq25: formatKnown(thresholds.lq25, formatTenths),
                lq50: formatTenths(thresholds.lq50),
                lq75: formatKnown(thresholds.lq75, formatTenths),
                lq90: formatKnown(thresholds.lq90, formatTenths),
                least: thresholds.count25,
                areas: formatCount(thresholds.areas),
              })}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
