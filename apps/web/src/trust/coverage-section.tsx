import type { Coverage } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { Warnings } from '../explorer/warnings.js';
import type { TrustScope } from '../location-state/location-state.js';
import { formatCount, formatDate } from '../strings/figures.js';
import { CountTable } from './count-table.js';
import { SourceCoverage } from './source-coverage.js';

/** From which date closed businesses are known, and how much of the selection is on the map. */
export function CoverageSection({ coverage, within }: { coverage: Coverage; within: TrustScope }) {
  const { t } = useTranslation();
  const { closedKnownSince, precisions, withSector, withSize, withoutLocation } = coverage;
  const headers = [t('trust.businesses'), t('trust.share')];
  const reasons = withoutLocation.reasons.filter(({ businesses }) => businesses > 0);
  return (
    <>
      <Warnings warnings={coverage.warnings} />
      <p>
        {closedKnownSince === null
          ? t('trust.datesNone')
          : t('trust.datesSince', { date: formatDate(closedKnownSince) })}
      </p>
      <Headline coverage={coverage} within={within} />
      {reasons.length > 0 && (
        <CountTable
          caption={t('trust.unplaced')}
          headers={[t('trust.reason'), t('trust.businesses')]}
          rows={reasons.map(({ reason, businesses }) => ({
            ...{ name: t(`trust.reasons.${reason}`), businesses },
          }))}
        />
      )}
      {coverage.businesses > 0 && (
        <>
          <CountTable
            caption={t('trust.precision')}
            headers={[t('trust.position'), ...headers]}
            rows={precisions
              .filter(({ businesses }) => businesses > 0)
              .map(({ precision, ...counts }) => ({
                ...{ name: t(`trust.precisions.${precision}`), ...counts },
              }))}
          />
          <CountTable
            caption={t('trust.known')}
            headers={[t('trust.knownWhat'), ...headers]}
            rows={[
              { name: t('trust.withSector'), ...withSector },
              { name: t('trust.withSize'), ...withSize },
            ]}
          />
          <SourceCoverage coverage={coverage} />
        </>
      )}
    </>
  );
}

function Headline({ coverage, within }: { coverage: Coverage; within: TrustScope }) {
  const { t } = useTranslation();
  const { onMap, businesses, massAddress, withoutLocation } = coverage;
  if (businesses === 0) return <p>{t('trust.none')}</p>;
  const unplaced = withoutLocation.total;
  const note = within === 'view' ? 'trust.unplacedNote' : 'trust.unplacedWithin';
  return (
    <div className="headline">
      <strong>
        {t('trust.onMap', { onMap: formatCount(onMap), businesses: formatCount(businesses) })}
      </strong>
      {massAddress > 0 && (
        <p>{t('trust.leftOutNote', { count: massAddress, formatted: formatCount(massAddress) })}</p>
      )}
      <p>
        {unplaced === 0
          ? t('trust.unplacedNone')
          : t(note, { count: unplaced, formatted: formatCount(unplaced) })}
      </p>
    </div>
  );
}
