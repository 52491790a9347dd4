import { useTranslation } from 'react-i18next';
import { ProblemState } from '../explorer/request-state.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { useHubs } from './use-hubs.js';
import { useHubKind } from './use-hub-kind.js';

/** Close enough to see the rings of the usual radii. */
const HUB_ZOOM = 14;

/** All hubs by name: what the markers on the map say, for every reader. */
export function HubList({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const hubKind = useHubKind();
  const { hubs, isLoaded, error, retry } = useHubs();
  const { open } = state;
  if (error) {
    return (
      <section>
        <h2>{t('hubs.title')}</h2>
        <ProblemState error={error} onRetry={retry} />
      </section>
    );
  }
  return (
    <details className="hub-list" open={hubs.length > 0 && hubs.length <= 8}>
      <summary>
        {t('hubs.title')} {isLoaded && <span className="count">{formatCount(hubs.length)}</span>}
      </summary>
      {isLoaded && hubs.length === 0 && <p className="note">{t('hubs.none')}</p>}
      <ul className="choice-list">
        {hubs.map(({ slug, name, kind, longitude, latitude }) => (
          <li key={slug}>
            <button
              type="button"
              aria-pressed={open?.kind === 'hub' && open.slug === slug}
              onClick={({ currentTarget }) => {
                currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
                navigate({
                  view: 'map',
                  open: { kind: 'hub', slug },
                  map: { longitude, latitude, zoom: HUB_ZOOM },
                  pin: null,
                });
              }}
            >
              {name} <span className="note">{hubKind(kind)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
