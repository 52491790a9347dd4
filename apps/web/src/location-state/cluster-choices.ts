import { ClusterQuery } from '@cluster-atlas/contract';

const KEYS = ['weight', 'method', 'eps', 'minPoints', 'minClusterSize', 'minSize'] as const;

/** Of the table of clusters. */
export const CLUSTER_COLUMNS = [
  ...(['name', 'size', 'densityPerKm2', 'areaKm2', 'lq', 'p'] as const),
  ...(['robustness', 'tier', 'jobs', 'effectiveSectors'] as const),
];
export type ClusterColumn = (typeof CLUSTER_COLUMNS)[number];

/** How the clusters on the map are found. */
export type ClusterChoices = Pick<ClusterQuery, (typeof KEYS)[number]>;

const { weight, method, eps, minPoints, minClusterSize, minSize } = ClusterQuery.parse({});

export const USUAL_CLUSTERS: ClusterChoices = {
  weight,
  method,
  eps,
  minPoints,
  minClusterSize,
  minSize,
};

/** Null where the address asks for no clusters; a value that the API would refuse is left out. */
export function readClusterChoices(parameters: URLSearchParams): ClusterChoices | null {
  if (parameters.get('clusters') !== 'shown') return null;
  const accepted = KEYS.flatMap((key) => {
    const value = parameters.get(key);
    const isFit = value !== null && ClusterQuery.shape[key].safeParse(value).success;
    return isFit ? [[key, value]] : [];
  });
  const query = ClusterQuery.parse(Object.fromEntries(accepted));
  return Object.fromEntries(KEYS.map((key) => [key, query[key]])) as ClusterChoices;
}

/** The choices as the API takes them, without defaults. */
export function writeClusterChoices(choices: ClusterChoices): [name: string, value: string][] {
  return KEYS.filter((key) => choices[key] !== USUAL_CLUSTERS[key]).map((key) => [
    key,
    String(choices[key]),
  ]);
}
