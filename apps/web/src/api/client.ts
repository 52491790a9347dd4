import {
  AddressList,
  Analysis,
  AreaBoundaries,
  AreaClusters,
  AreaEmployment,
  AreaLayerList,
  AreaProfile,
  AreaTable,
  AreaTrend,
  BusinessList,
  ClusterHistory,
  ClusterMemberList,
  ClusterRun,
  Concentration,
  Coverage,
  Facets,
  HubDensity,
  HubList,
  HubRanking,
  KeptCluster,
  KeptMemberList,
  KeptRuns,
  MapSettings,
  OfficeCells,
  OfficeDistances,
  PostcodePositions,
  Problem,
  SearchResults,
  type PostcodeQuestion,
} from '@cluster-atlas/contract';

/** An answer of the API that says what went wrong. */
export class ApiProblem extends Error {
  /** @param retryAfter seconds; null where the API does not say when to ask again */
  constructor(
    readonly problem: Problem,
    readonly retryAfter: number | null,
  ) {
    super(problem.detail ?? problem.title);
  }
}

interface Schema<Value> {
  parse(value: unknown): Value;
}

interface Request {
  /** Parameters as a query string without `?`. */
  query?: string;
  signal?: AbortSignal;
}

export const api = {
  hubs: (request: Request) => get(HubList, 'hubs', request),
  density: (place: string, request: Request) =>
    get(HubDensity, `density/${encodeURIComponent(place)}`, request),
  clusters: (request: Request) => get(ClusterRun, 'clusters', request),
  concentration: (request: Request) => get(Concentration, 'concentration', request),
  startAnalysis: (request: Request) =>
    send('POST', { schema: Analysis, path: 'analyses', request }),
  analysis: (id: string, request: Request) => get(Analysis, `analyses/${id}`, request),
  keptRuns: (request: Request) => get(KeptRuns, 'analyses', request),
  keptCluster: (id: string, request: Request) =>
    get(KeptCluster, `kept-clusters/${encodeURIComponent(id)}`, request),
  keptMembers: (path: string, request: Request) => get(KeptMemberList, path, request),
  /** Also while the page is being left. */
  cancelAnalysis: (id: string) =>
    fetch(`/api/v1/analyses/${id}`, { method: 'DELETE', keepalive: true }),
  clusterHistory: (request: Request) => get(ClusterHistory, 'clusters/history', request),
  clusterMembers: (slug: string, request: Request) =>
    get(ClusterMemberList, `clusters/${encodeURIComponent(slug)}/members`, request),
  areaLayers: (request: Request) => get(AreaLayerList, 'area-layers', request),
  areaTable: (layer: string, request: Request) =>
    get(AreaTable, `area-layers/${encodeURIComponent(layer)}/areas`, request),
  areaBoundaries: (layer: string, request: Request) =>
    get(AreaBoundaries, `area-layers/${encodeURIComponent(layer)}/boundaries`, request),
  /** @param path as `areaAddress` makes it, here and below */
  area: (path: string, request: Request) => get(AreaProfile, path, request),
  areaTrend: (path: string, request: Request) => get(AreaTrend, `${path}/trend`, request),
  areaClusters: (path: string, request: Request) => get(AreaClusters, `${path}/clusters`, request),
  areaEmployment: (path: string, request: Request) =>
    get(AreaEmployment, `${path}/employment`, request),
  areaMembers: (path: string, request: Request) => get(BusinessList, `${path}/businesses`, request),
  facets: (request: Request) => get(Facets, 'facets', request),
  businesses: (request: Request) => get(BusinessList, 'businesses', request),
  coverage: (request: Request) => get(Coverage, 'coverage', request),
  coverageAddresses: (request: Request) => get(AddressList, 'coverage/addresses', request),
  hubRanking: (request: Request) => get(HubRanking, 'coverage/hub-ranking', request),
  offices: (request: Request) => get(OfficeDistances, 'coverage/offices', request),
  officeCells: (request: Request) => get(OfficeCells, 'coverage/office-cells', request),
  search: (request: Request) => get(SearchResults, 'search', request),
  /** In the body, so that no log of addresses has them. */
  postcodes: (question: PostcodeQuestion) =>
    send('POST', { schema: PostcodePositions, path: 'postcodes', request: {}, body: question }),
  mapSettings: (request: Request) => get(MapSettings, 'map-settings', request),
};

function get<Value>(schema: Schema<Value>, path: string, request: Request): Promise<Value> {
  return send('GET', { schema, path, request });
}

interface Sent<Value> {
  schema: Schema<Value>;
  path: string;
  request: Request;
  /** As JSON. */
  body?: object;
}

/** @throws {ApiProblem} if the API refuses */
async function send<Value>(
  method: string,
  { schema, path, request, body }: Sent<Value>,
): Promise<Value> {
  const query = request.query ? `?${request.query}` : '';
  const response = await fetch(`/api/v1/${path}${query}`, {
    method,
    signal: request.signal ?? null,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  if (!response.ok) throw new ApiProblem(await readProblem(response), readRetryAfter(response));
  return schema.parse(await response.json());
}

function readRetryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const problem = Problem.safeParse(body);
  if (problem.success) return problem.data;
  return { type: 'about:blank', title: response.statusText, status: response.status };
}
