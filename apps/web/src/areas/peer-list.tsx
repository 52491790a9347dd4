import { CLUSTER_LAYER, type AreaProfile } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { useIsEmbedded } from '../explorer/embedding.js';
import type { AreaName } from '../location-state/area-choices.js';
import type { OpenPlace } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatHundredths } from '../strings/figures.js';

interface PeerListProps {
  title: string;
  area: AreaName;
  peers: AreaProfile['peers'];
}

/** Areas or clusters that one may fairly be compared with. */
export function PeerList({ title, area: { layer, code }, peers }: PeerListProps) {
  const { t } = useTranslation();
  const isEmbedded = useIsEmbedded();
  if (peers.length === 0) return null;
  const group = [{ layer, code }, ...peers.map((peer) => ({ layer, code: peer.code }))];
  return (
    <section>
      <h3>{title}</h3>
      <p className="note">{t('areas.peersMeaning')}</p>
      <ol className="choice-list">
        {peers.map((peer) => (
          <li key={peer.code}>
            <button
              type="button"
              onClick={() => navigate({ open: placeOf({ layer, code: peer.code }) })}
            >
              {peer.name}{' '}
              <span className="note">
                {t('areas.peer', {
                  all: formatCount(peer.all),
                  distance: formatHundredths(peer.distance),
                })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {!isEmbedded && (
        <button
          type="button"
          className="button quiet"
          onClick={() => navigate({ compare: group, view: 'areas', open: null })}
        >
          {t('areas.peersCompare')}
        </button>
      )}
    </section>
  );
}

function placeOf({ layer, code }: AreaName): OpenPlace {
  return layer === CLUSTER_LAYER ? { kind: 'cluster', slug: code } : { kind: 'area', layer, code };
}
