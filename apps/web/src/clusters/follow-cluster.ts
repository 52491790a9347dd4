import type { Cluster } from '@cluster-atlas/contract';
import { pointInPolygon } from '@cluster-atlas/geo';

type Placed = Pick<Cluster, 'slug' | 'centre' | 'outline'>;

/**
 * The cluster that one has become under other choices: of those whose outlines lie over its own the
 * one of its name, else the one with the nearest centre; where none does, the one of its name.
 */
export function followByPlace<Found extends Placed>(
  before: Placed,
  clusters: readonly Found[],
): Found | undefined {
  const isOver = (cluster: Placed) =>
    holdsCornerOf(before, cluster) || holdsCornerOf(cluster, before);
  const named = clusters.find(({ slug }) => slug === before.slug);
  if (named && isOver(named)) return named;
  const distanceTo = ({ centre }: Placed) => squareDistance(before.centre, centre);
  const [nearest] = clusters.filter(isOver).sort((a, b) => distanceTo(a) - distanceTo(b));
  return nearest ?? named;
}

/** Whether any corner of the other, or its centre, lies in the outline. */
function holdsCornerOf({ outline }: Placed, other: Placed): boolean {
  const holds = pointInPolygon(
    outline.coordinates.flat().map((ring) => Float64Array.from(ring.flat())),
  );
  const corners = [other.centre, ...other.outline.coordinates.flat(2)];
  return corners.some(([longitude, latitude]) => holds(longitude, latitude));
}

/** In degrees of latitude, which is enough to compare. */
function squareDistance(
  [east, north]: Placed['centre'],
  [otherEast, otherNorth]: Placed['centre'],
) {
  const shrinkage = Math.cos((north * Math.PI) / 180);
  return ((otherEast - east) * shrinkage) ** 2 + (otherNorth - north) ** 2;
}
