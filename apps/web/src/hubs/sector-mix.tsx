import type { HubDensity } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import { formatCount, formatShare } from '../strings/figures.js';

const SHOWN = 8;
const COLUMNS = ['code', 'title', 'count', 'share'] as const;

interface SectorMixProps {
  title: string;
  sectors: HubDensity['sectors'];
}

/** The largest divisions, as labelled bars. */
export function SectorMix({ title, sectors }: SectorMixProps) {
  const { t } = useTranslation();
  const largest = sectors[0]?.share ?? 1;
  const rest = sectors.length - SHOWN;
  return (
    <section>
      <h3>{title}</h3>
      {sectors.length === 0 && <p className="note">{t('hub.sectorsNone')}</p>}
      {sectors.length > 0 && (
        <DownloadableFigure title={title} csv={() => tableCsv(sectors, COLUMNS)}>
          <ul className="bars">
            {sectors.slice(0, SHOWN).map(({ code, title, count, share }) => (
              <li key={code}>
                <span className="bar-name">{title}</span>
                <span className="bar-figure">
                  {formatCount(count)} · {formatShare(share)}
                </span>
                <span className="bar" style={{ inlineSize: `${(share / largest) * 100}%` }} />
              </li>
            ))}
          </ul>
        </DownloadableFigure>
      )}
      {rest > 0 && (
        <p className="note">
          {t('hub.moreSectors', { count: rest, formatted: formatCount(rest) })}
        </p>
      )}
    </section>
  );
}
