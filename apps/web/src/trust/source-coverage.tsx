import type { Coverage } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DASH, formatCount, formatDate, formatKnown, formatShare } from '../strings/figures.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';

/** Which sources name the businesses, and what their overlap tells of those that none names. */
export function SourceCoverage({ coverage: { sources, overlaps } }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const nameOf = new Map(sources.map(({ slug, name }) => [slug, name]));
  const shared = overlaps.filter(({ both }) => both > 0);
  return (
    <>
      <ScrolledTable name={t('trust.sources')}>
        <caption>{t('trust.sources')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trust.sourceName')}</th>
            <th scope="col">{t('trust.businesses')}</th>
            <th scope="col">{t('trust.share')}</th>
            <th scope="col">{t('trust.editions')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ slug, name, businesses, share, firstEdition, newestEdition }) => (
            <tr key={slug}>
              <th scope="row">{name}</th>
              <td>{formatCount(businesses)}</td>
              <td>{formatKnown(share, formatShare)}</td>
              <td className="editions">
                {firstEdition === null || newestEdition === null
                  ? DASH
                  : t('trust.editionRange', {
                      first: formatDate(firstEdition),
                      newest: formatDate(newestEdition),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
      {shared.length === 0 && (
        <p className="note">{t('trust.overlapNone', { count: sources.length })}</p>
      )}
      {shared.map(({ sources: [first, second], both, total }) => (
        <p key={`${first} ${second}`} className="note">
          {t('trust.overlap', {
            ...{ first: nameOf.get(first), second: nameOf.get(second), both: formatCount(both) },
            total: formatCount(total!.chapman),
            low: formatCount(total!.low),
            high: formatCount(total!.high),
            simple: formatCount(total!.lincolnPetersen),
          })}
        </p>
      ))}
    </>
  );
}
