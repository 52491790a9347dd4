import type { HubDensity } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../strings/figures.js';

export function NearestList({ nearest }: { nearest: HubDensity['nearest'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('hub.nearest')}</h3>
      {nearest.length === 0 && <p className="note">{t('hub.nearestNone')}</p>}
      <ol className="nearest">
        {nearest.map(({ id, name, distance, postcode, sector }) => (
          <li key={id}>
            <span className="nearest-name">{name}</span>
            <span className="nearest-distance">{formatDistance(distance)}</span>
            <span className="note">{[postcode, sector].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
