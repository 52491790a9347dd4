import {
  BusinessFileQuery,
  BusinessList,
  BusinessListQuery,
  FacetQuery,
  Facets,
  HubDensity,
  HubDensityQuery,
  HubList,
  MapSettings,
  PostcodePositions,
  PostcodeQuestion,
  SearchQuery,
  SearchResults,
  SelectionQuery,
} from '@cluster-atlas/contract';
import { AREA_ROUTES } from './area-routes.js';
import { CLUSTER_ROUTES } from './cluster-routes.js';
import { COVERAGE_ROUTES } from './coverage-routes.js';
import type { RouteDescriptions } from './route-description.js';

/** Every route of the server, with who may use it. The server does not start with one that is missing. */
export const ROUTES: RouteDescriptions = {
  ...CLUSTER_ROUTES,
  ...AREA_ROUTES,
  ...COVERAGE_ROUTES,
  'GET /api/v1/hubs': { policy: 'anyone', tag: 'Hubs', summary: 'All hubs.', response: HubList },
  'GET /api/v1/density/:place': {
    policy: 'anyone',
    tag: 'Hubs',
    summary: 'The density profile around a hub (its slug) or a point (`latitude,longitude`).',
    query: HubDensityQuery,
    response: HubDensity,
  },
  'GET /api/v1/businesses': {
    policy: 'anyone',
    tag: 'Businesses',
    summary: 'The selected businesses in a box or at a site, nearest first, a page at a time.',
    query: BusinessListQuery,
    response: BusinessList,
  },
  'GET /api/v1/businesses.csv': {
    policy: 'anyone',
    tag: 'Businesses',
    summary: 'All businesses of that list as a table, in the order in which they were entered.',
    query: BusinessFileQuery,
    response: 'text/csv',
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
  'GET /tiles/offices/:z/:x/:y': {
    policy: 'anyone',
    tag: 'Map',
    summary:
      'As count tiles: businesses with both that are registered in a cell, and that trade there; 204 when there are none.',
    query: SelectionQuery,
    response: 'application/vnd.cluster-atlas.counts',
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
