import type { Cluster } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDensity } from '../strings/figures.js';

const FIRST = 10;

interface ClusterListProps {
  clusters: readonly Cluster[];
  state: LocationState;
}

/** The clusters by size: what the outlines on the map say, for every reader. */
export function ClusterList({ clusters, state }: ClusterListProps) {
  const { open, clusters: choices } = state;
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  if (clusters.length === 0) {
    const isByJobs = choices?.weight === 'jobs';
    return <p className="note">{t(isByJobs ? 'clusters.noneByJobs' : 'clusters.none')}</p>;
  }
  return (
    <>
      <ol className="cluster-list choice-list">
        {clusters.slice(0, isWhole ? clusters.length : FIRST).map((cluster) => (
          <li key={cluster.slug}>
            <button
              type="button"
              aria-pressed={open?.kind === 'cluster' && open.slug === cluster.slug}
              onClick={({ currentTarget }) => {
                currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
                navigate({ view: 'map', open: { kind: 'cluster', slug: cluster.slug }, pin: null });
              }}
            >
              {cluster.name}
              <span className="note">
                {t('clusters.inList', {
                  count: cluster.size,
                  formatted: formatCount(cluster.size),
                  density: formatDensity(cluster.densityPerKm2),
                })}
                {cluster.tier && ` · ${t(`tiers.names.${cluster.tier}`)}`}
                {cluster.significance &&
                  ` · ${t(`legend.clusterLevels.${cluster.significance.level}`)}`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {clusters.length > FIRST && (
        <button type="button" className="button quiet" onClick={() => setIsWhole(!isWhole)}>
          {isWhole
            ? t('clusters.fewer')
            : t('clusters.all', { formatted: formatCount(clusters.length) })}
        </button>
      )}
    </>
  );
}
