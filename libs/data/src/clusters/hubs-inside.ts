import type { ClusterOutline } from '@cluster-atlas/analytics';
import { pointInPolygon } from '@cluster-atlas/geo';
import type { HubOnGrid } from '../hubs/list-hubs-on-grid.js';

/** Whether an outline holds a place, in metres as its own. */
export function insideOf({ polygons }: Pick<ClusterOutline, 'polygons'>) {
  return pointInPolygon(polygons.flat().map((ring) => Float64Array.from(ring.flat())));
}

export function hubsInside(
  outline: Pick<ClusterOutline, 'polygons'>,
  hubs: readonly HubOnGrid[],
): HubOnGrid[] {
  const contains = insideOf(outline);
  return hubs.filter(({ easting, northing }) => contains(easting, northing));
}
