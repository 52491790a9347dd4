import {
  Analysis,
  AreaBoundaryQuery,
  AreaClusters,
  AreaLayerList,
  AreaMembersQuery,
  AreaProfile,
  AreaQuery,
  AreaTable,
  BusinessList,
  BusinessListQuery,
  ClusterHistory,
  ClusterHistoryQuery,
  ClusterMembersQuery,
  ClusterQuery,
  ClusterRun,
  DrawnAreaFileQuery,
  DrawnAreaMembersQuery,
  DrawnAreaQuery,
  FacetQuery,
  Facets,
  HubDensity,
  HubDensityQuery,
  HubList,
  KeptCluster,
  KeptRuns,
  MapSettings,
  PostcodePositions,
  PostcodeQuestion,
  SearchQuery,
  SearchResults,
  SelectionQuery,
} from '@cluster-atlas/contract';
import type { z } from 'zod';

/** Who may use a route. Writing routes will need more than this one. */
type Policy = 'anyone';

export interface RouteDescription {
  policy: Policy;
  summary: string;
  tag: 'Hubs' | 'Clusters' | 'Areas' | 'Businesses' | 'Map' | 'Service';
  query?: z.ZodObject;
  /** JSON. */
  body?: z.ZodObject;
  /** Requests that one client may make; without it a proxy decides. */
  perMinute?: number;
  /** JSON; a text names another media type. */
  response?: z.ZodType | string;
}

/** Every route of the server, with who may use it. The server does not start with one that is missing. */
export const ROUTES: Readonly<Record<string, RouteDescription>> = {
  'GET /api/v1/hubs': { policy: 'anyone', tag: 'Hubs', summary: 'All hubs.', response: HubList },
  'GET /api/v1/density/:place': {
    policy: 'anyone',
    tag: 'Hubs',
    summary: 'The density profile around a hub (its slug) or a point (`latitude,longitude`).',
    query: HubDensityQuery,
    response: HubDensity,
  },
  'GET /api/v1/clusters': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The density clusters of the selection: outlined, named and measured.',
    query: ClusterQuery,
    response: ClusterRun,
  },
  'GET /api/v1/clusters/outlines': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The same clusters as a GeoJSON feature collection.',
    query: ClusterQuery,
    response: 'application/geo+json',
  },
  'GET /api/v1/clusters/history': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The clusters at the end of each year, who they are and what became of them.',
    query: ClusterHistoryQuery,
    response: ClusterHistory,
  },
  'GET /api/v1/clusters/:slug/members': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The businesses of one of the clusters, a page at a time.',
    query: ClusterMembersQuery,
    response: BusinessList,
  },
  'GET /api/v1/clusters/:slug/members.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'All businesses of one of the clusters as a file.',
    query: ClusterQuery,
    response: 'text/csv',
  },
  'POST /api/v1/analyses': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'Finds clusters as a job: 200 with the answer where that is quick, else 202 and where to ask for it.',
    query: ClusterQuery,
    response: Analysis,
  },
  'GET /api/v1/analyses': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The runs that are kept: their answers never change.',
    response: KeptRuns,
  },
  'GET /api/v1/analyses/:id': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'How far a run is, or its answer; 410 where nobody kept it.',
    response: Analysis,
  },
  'DELETE /api/v1/analyses/:id': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'Cancels a run that is not done; nothing happens to one that is.',
    response: Analysis,
  },
  'GET /api/v1/kept-clusters/:id': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'One cluster by its permanent id, in each kept run that found it.',
    response: KeptCluster,
  },
  'GET /api/v1/area-layers': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The layers of areas that have been loaded.',
    response: AreaLayerList,
  },
  'GET /api/v1/area-layers/:layer/areas': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'Every area of a layer, measured for the selection.',
    query: AreaQuery,
    response: AreaTable,
  },
  'GET /api/v1/area-layers/:layer/areas.csv': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The same table as a file.',
    query: AreaQuery,
    response: 'text/csv',
  },
  'GET /api/v1/area-layers/:layer/boundaries': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The boundaries of a layer as GeoJSON, as finely as a zoom shows them.',
    query: AreaBoundaryQuery,
    response: 'application/geo+json',
  },
  'GET /api/v1/area-layers/:layer/areas/:code': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'One area: its measures, divisions, sizes, hubs and peers.',
    query: AreaQuery,
    response: AreaProfile,
  },
  'GET /api/v1/area-layers/:layer/areas/:code/clusters': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The clusters whose centre lies in an area.',
    query: ClusterQuery,
    response: AreaClusters,
  },
  'GET /api/v1/area-layers/:layer/areas/:code/businesses': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The selected businesses in an area, a page at a time.',
    query: AreaMembersQuery,
    response: BusinessList,
  },
  'GET /api/v1/area-layers/:layer/areas/:code/businesses.csv': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'All selected businesses in an area as a file.',
    query: SelectionQuery,
    response: 'text/csv',
  },
  'GET /api/v1/drawn-area': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'An area by its corners, measured as those of a layer are.',
    query: DrawnAreaQuery,
    response: AreaProfile,
  },
  'GET /api/v1/drawn-area/businesses': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'The selected businesses in it, a page at a time.',
    query: DrawnAreaMembersQuery,
    response: BusinessList,
  },
  'GET /api/v1/drawn-area/businesses.csv': {
    policy: 'anyone',
    tag: 'Areas',
    summary: 'All selected businesses in it as a file.',
    query: DrawnAreaFileQuery,
    response: 'text/csv',
  },
  'GET /api/v1/businesses': {
    policy: 'anyone',
    tag: 'Businesses',
    summary: 'The selected businesses in a box or at a site, nearest first, a page at a time.',
    query: BusinessListQuery,
    response: BusinessList,
  },
  'GET /api/v1/facets': {
    policy: 'anyone',
    tag: 'Businesses',
    summary: 'How many businesses each filter would give: OR within a facet, AND across them.',
    query: FacetQuery,
    response: Facets,
  },
  'GET /api/v1/search': {
    policy: 'anyone',
    tag: 'Businesses',
    summary: 'Hubs, postcodes and businesses by name.',
    query: SearchQuery,
    response: SearchResults,
  },
  'POST /api/v1/postcodes': {
    policy: 'anyone',
    perMinute: 120,
    tag: 'Map',
    summary: 'Where up to 1,000 postcodes are. What is asked is neither kept nor logged.',
    body: PostcodeQuestion,
    response: PostcodePositions,
  },
  'GET /api/v1/map-settings': {
    policy: 'anyone',
    tag: 'Map',
    summary: 'The base map and the extent of what is loaded.',
    response: MapSettings,
  },
  'GET /tiles/counts/:z/:x/:y': {
    policy: 'anyone',
    tag: 'Map',
    summary: 'Businesses in 64 × 64 cells of a map tile, up to zoom 13; 204 when there are none.',
    query: SelectionQuery,
    response: 'application/vnd.cluster-atlas.counts',
  },
  'GET /tiles/sites/:z/:x/:y': {
    policy: 'anyone',
    tag: 'Map',
    summary:
      'The sites of a map tile as a Mapbox vector tile, from zoom 14; 204 when there are none.',
    query: SelectionQuery,
    response: 'application/vnd.mapbox-vector-tile',
  },
  'GET /api/v1/openapi.json': {
    policy: 'anyone',
    tag: 'Service',
    summary: 'This description, OpenAPI 3.1.',
    response: 'application/json',
  },
  'GET /api/docs': {
    policy: 'anyone',
    tag: 'Service',
    summary: 'This description as a page.',
    response: 'text/html',
  },
  'GET /health/live': {
    policy: 'anyone',
    tag: 'Service',
    summary: 'The process answers.',
    response: 'application/json',
  },
  'GET /health/ready': {
    policy: 'anyone',
    tag: 'Service',
    summary: 'The database answers and the points are loaded; 503 otherwise.',
    response: 'application/json',
  },
  'GET /metrics': {
    policy: 'anyone',
    tag: 'Service',
    summary: 'Prometheus metrics.',
    response: 'text/plain',
  },
};
