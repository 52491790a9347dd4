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

/** The largest divisions as labelled bars, and all of them as a table. */
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
            {sectors.slice(0, SHOWN).map(({ code, title: name, count, share }) => (
              <li key={code}>
                <span className="bar-name">{name}</span>
                <span className="bar-figure">
                  {formatCount(count)} · {formatShare(share)}
                </span>
                <span className="bar" style={{ inlineSize: `${(share / largest) * 100}%` }} />
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <p className="note">
              {t('hub.moreSectors', { count: rest, formatted: formatCount(rest) })}
            </p>
          )}
        </DownloadableFigure>
      )}
      {sectors.length > 0 && <SectorTable title={title} sectors={sectors} />}
    </section>
  );
}

function SectorTable({ title, sectors }: SectorMixProps) {
  const { t } = useTranslation();
  return (
    <details className="measurement">
      <summary>{t('hub.sectorTable')}</summary>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="division-table">
          <thead>
            <tr>
              <th scope="col">{t('areas.division')}</th>
              <th scope="col">{t('hub.businesses')}</th>
              <th scope="col">{t('areas.columns.share')}</th>
            </tr>
          </thead>
          <tbody>
            {sectors.map(({ code, title: name, count, share }) => (
              <tr key={code}>
                <th scope="row">
                  {code} {name}
                </th>
                <td>{formatCount(count)}</td>
                <td>{formatShare(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
