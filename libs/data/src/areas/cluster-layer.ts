import { CLUSTER_LAYER, type Cluster } from '@cluster-atlas/contract';
import { addArea, type LoadedLayer } from './area-layers.js';

/**
 * The clusters of a run as a layer of areas, so that each is measured within its outline as an area
 * is within its boundary: all businesses in it count, not its members alone. Codes are slugs.
 */
export function clusterLayer(
  clusters: readonly Pick<Cluster, 'slug' | 'name' | 'outline'>[],
): LoadedLayer {
  const layer: LoadedLayer = { name: CLUSTER_LAYER, areas: [], rings: [] };
  for (const { slug, name, outline } of clusters) {
    addArea(layer, { code: slug, name, rings: outline.coordinates.flat() });
  }
  return layer;
}
