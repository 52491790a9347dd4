import type { ClusterRun } from '@cluster-atlas/contract';
import type { FeatureCollection, MultiPolygon } from 'geojson';

/** The outlines as GeoJSON (RFC 7946, WGS 84), each with its measures. */
export function clusterFeatures({ clusters }: ClusterRun): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: clusters.map(({ outline, sectors, hubs, centre, significance, ...measures }) => ({
      type: 'Feature',
      id: measures.slug,
      properties: {
        ...measures,
        p: significance?.p ?? null,
        standing: significance?.level ?? null,
        significance,
        leadingSector: sectors[0]?.title ?? null,
        hubs: hubs.map(({ name }) => name),
        longitude: centre[0],
        latitude: centre[1],
      },
      geometry: outline,
    })),
  };
}
