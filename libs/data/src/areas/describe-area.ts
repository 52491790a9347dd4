import type { AreaClusters, AreaProfile, AreaQuery, ClusterRun } from '@cluster-atlas/contract';
import { pointInPolygon, polygonsMeet, toNationalGrid } from '@cluster-atlas/geo';
import { SIZE_BANDS } from '@cluster-atlas/points';
import { listHubsOnGrid } from '../hubs/list-hubs-on-grid.js';
import { measureDivisions } from './area-divisions.js';
import type { LoadedLayer } from './area-layers.js';
import { findPeers } from './area-peers.js';
import { areaNumber, type AreaTally } from './area-study.js';
import { countAreas, measuresOf, type AreaStudy } from './measure-areas.js';
import { projectRing } from './project-ring.js';

/**
 * Everything about one area of a layer.
 *
 * @throws {NotFound} if the layer has no such code
 */
export async function describeArea(
  study: AreaStudy,
  code: string,
  query: AreaQuery,
): Promise<AreaProfile> {
  const { database, layer } = study;
  const area = areaNumber(layer, code);
  const count = await countAreas(study, query);
  const contains = pointInPolygon(layer.rings[area]!);
  const hubs = (await listHubsOnGrid(database)).filter(({ easting, northing }) =>
    contains(easting, northing),
  );
  return {
    layer: layer.name,
    extent: layer.areas[area]!.extent,
    measures: measuresOf(layer, count)[area]!,
    sizeBands: bandsOf(count.now, area),
    ...measureDivisions(layer, count, area),
    hubs: hubs.map(({ slug, name }) => ({ slug, name })),
    peers: findPeers(layer, count.now, area),
    ...count.answer,
  };
}

function bandsOf({ matching, bands, base }: AreaTally, area: number): AreaProfile['sizeBands'] {
  return SIZE_BANDS.map((band, i) => {
    const count = bands[area * SIZE_BANDS.length + i]!;
    return {
      ...{ band, count },
      share: matching[area] === 0 ? null : count / matching[area]!,
      baseShare: base.matching === 0 ? null : base.bands[i]! / base.matching,
    };
  });
}

/** The clusters of a run whose centre lies in an area, the largest first. */
export function clustersInArea(
  layer: LoadedLayer,
  code: string,
  { clusters }: Pick<ClusterRun, 'clusters'>,
): AreaClusters {
  const contains = pointInPolygon(layer.rings[areaNumber(layer, code)]!);
  return listClusters(
    clusters.filter(({ centre: [longitude, latitude] }) => {
      const { easting, northing } = toNationalGrid(longitude, latitude);
      return contains(easting, northing);
    }),
  );
}

/** The clusters of a run that have any part in a drawn area: it may be smaller than a cluster. */
export function clustersMeeting(
  { rings: [drawn] }: LoadedLayer,
  { clusters }: Pick<ClusterRun, 'clusters'>,
): AreaClusters {
  return listClusters(
    clusters.filter(({ outline }) =>
      polygonsMeet(drawn!, outline.coordinates.flat().map(projectRing)),
    ),
  );
}

function listClusters(clusters: ClusterRun['clusters']): AreaClusters {
  return {
    items: clusters.map(({ slug, name, size, densityPerKm2 }) => ({
      slug,
      name,
      size,
      densityPerKm2,
    })),
  };
}
