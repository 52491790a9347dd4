import type { OfficeDistances } from '@cluster-atlas/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDistance, formatKnown, formatShare } from '../strings/figures.js';
import { CountTable } from './count-table.js';

interface OfficeSectionProps {
  offices: OfficeDistances;
  /** Whether the map shows the difference. */
  isShown: boolean;
}

/** How far businesses trade from where they are registered, and the difference on the map. */
export function OfficeSection({ offices, isShown }: OfficeSectionProps) {
  const { t } = useTranslation();
  const { both, apart, share, onlyRegistered, onlyTrading, massAddress } = offices;
  if (both === 0) return <p>{t('trust.officesNone')}</p>;
  const median = offices.percentiles.find((percentile) => percentile.share === 0.5)?.metres;
  return (
    <>
      <div className="headline">
        <strong>
          {t('trust.officesHeadline', {
            ...{ apart: formatCount(apart), both: formatCount(both) },
            share: formatShare(share ?? 0),
          })}
        </strong>
        {median != null && <p>{t('trust.officesMedian', { metres: formatDistance(median) })}</p>}
      </div>
      <button
        type="button"
        className="button"
        aria-pressed={isShown}
        onClick={() =>
          navigate(isShown ? { offices: false } : { offices: true, view: 'map', areas: null })
        }
      >
        {t(isShown ? 'trust.hideOffices' : 'trust.showOffices')}
      </button>
      <CountTable
        caption={t('trust.bands')}
        headers={[t('trust.distance'), t('trust.businesses')]}
        rows={offices.bands.map((band) => ({
          name: bandName(band, t),
          businesses: band.businesses,
        }))}
      />
      {apart > 0 && <PercentileTable percentiles={offices.percentiles} />}
      <p className="note">
        {t('trust.officesOthers', {
          registered: formatCount(onlyRegistered),
          trading: formatCount(onlyTrading),
        })}{' '}
        {massAddress > 0 &&
          t('trust.officesMass', { count: massAddress, formatted: formatCount(massAddress) })}
      </p>
    </>
  );
}

function PercentileTable({ percentiles }: Pick<OfficeDistances, 'percentiles'>) {
  const { t } = useTranslation();
  return (
    <ScrolledTable name={t('trust.percentiles')}>
      <caption>{t('trust.percentiles')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.percentile')}</th>
          <th scope="col">{t('trust.distance')}</th>
        </tr>
      </thead>
      <tbody>
        {percentiles.map(({ share, metres }) => (
          <tr key={share}>
            <th scope="row">{formatShare(share)}</th>
            <td>{formatKnown(metres, formatDistance)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function bandName({ from, to }: OfficeDistances['bands'][number], t: TFunction): string {
  if (from === 0) return t('trust.band.same');
  if (to === null) return t('trust.band.above', { from: formatDistance(from) });
  if (from <= 1) return t('trust.band.below', { to: formatDistance(to) });
  return t('trust.band.between', { from: formatDistance(from), to: formatDistance(to) });
}
