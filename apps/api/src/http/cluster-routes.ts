import {
  Analysis,
  AnalysisProgress,
  AreaProfile,
  AreaTrend,
  ClusterAreaQuery,
  ClusterHistory,
  ClusterHistoryQuery,
  ClusterMemberList,
  ClusterMembersFileQuery,
  ClusterMembersQuery,
  ClusterQuery,
  ClusterRun,
  Concentration,
  ConcentrationQuery,
  KeptCluster,
  KeptMemberList,
  KeptMembersFileQuery,
  KeptMembersQuery,
  KeptRuns,
} from '@cluster-atlas/contract';
import type { RouteDescriptions } from './route-description.js';

/** Of clusters, runs and how far a sector gathers. */
export const CLUSTER_ROUTES: RouteDescriptions = {
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
  'GET /api/v1/clusters.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'The same clusters as a table: a line for each with all its measures, their units in the headers.',
    query: ClusterQuery,
    response: 'text/csv',
  },
  'GET /api/v1/clusters/history': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The clusters at the end of each year, who they are and what became of them.',
    query: ClusterHistoryQuery,
    response: ClusterHistory,
  },
  'GET /api/v1/clusters/history.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'The same as a table: a line for each cluster and year with its measures of then, their units in the headers, and what happened to it.',
    query: ClusterHistoryQuery,
    response: 'text/csv',
  },
  'GET /api/v1/clusters/:slug/profile': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'Everything within the outline of a cluster: divisions beside the base, sizes, and the clusters most like it.',
    query: ClusterAreaQuery,
    response: AreaProfile,
  },
  'GET /api/v1/clusters/:slug/trend': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'Businesses, share and quotient within the outline of a cluster, year by year.',
    query: ClusterQuery,
    response: AreaTrend,
  },
  'GET /api/v1/clusters/:slug/members': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The businesses of one of the clusters and how each belongs to it, a page at a time.',
    query: ClusterMembersQuery,
    response: ClusterMemberList,
  },
  'GET /api/v1/clusters/:slug/members.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'All businesses of one of the clusters, and how each belongs to it, as a file.',
    query: ClusterMembersFileQuery,
    response: 'text/csv',
  },
  'GET /api/v1/concentration': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'Whether the selection gathers more than business at large does, by distance: M(r) with its band.',
    query: ConcentrationQuery,
    response: Concentration,
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
  'GET /api/v1/analyses/:id/events': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'How far a run is, at once and whenever that changes, at most four times a second, until it has ended; 503 where too many listen.',
    events: AnalysisProgress,
  },
  'GET /api/v1/analyses/:id/clusters.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The clusters of a run that is done as a table, a line for each.',
    response: 'text/csv',
  },
  'GET /api/v1/analyses/:id/outlines': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'The clusters of a run that is done as a GeoJSON feature collection.',
    response: 'application/geo+json',
  },
  'GET /api/v1/analyses/:id/clusters/:slug/members': {
    policy: 'anyone',
    tag: 'Clusters',
    summary:
      'Who was in a cluster of a kept run, and how, as the directory has them now; a page at a time.',
    query: KeptMembersQuery,
    response: KeptMemberList,
  },
  'GET /api/v1/analyses/:id/clusters/:slug/members.csv': {
    policy: 'anyone',
    tag: 'Clusters',
    summary: 'All who were in a cluster of a kept run as a file, with their `state` now.',
    query: KeptMembersFileQuery,
    response: 'text/csv',
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
};
