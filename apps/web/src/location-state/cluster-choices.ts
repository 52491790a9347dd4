import { ClusterQuery } from '@cluster-atlas/contract';

const KEYS = [
  ...(['weight', 'method', 'eps', 'minPoints', 'labels'] as const),
  ...(['minClusterSize', 'minSamples', 'minScale', 'selection', 'selectionEpsilon'] as const),
  'minSize',
] as const;

/** Of the table of clusters. */
export const CLUSTER_COLUMNS = [
  ...(['name', 'size', 'densityPerKm2', 'areaKm2', 'lq', 'p'] as const),
  ...(['robustness', 'tier', 'jobs', 'effectiveSectors'] as const),
];
export type ClusterColumn = (typeof CLUSTER_COLUMNS)[number];

/** How the clusters on the map are found. */
export type ClusterChoices = Pick<ClusterQuery, (typeof KEYS)[number]>;

export const USUAL_CLUSTERS: ClusterChoices = pick(ClusterQuery.parse({}));

/** Null where the address asks for no clusters; a value that the API would refuse is left out. */
export function readClusterChoices(parameters: URLSearchParams): ClusterChoices | null {
  if (parameters.get('clusters') !== 'shown') return null;
  const accepted = KEYS.flatMap((key) => {
    const value = parameters.get(key);
    const isFit = value !== null && ClusterQuery.shape[key].safeParse(value).success;
    return isFit ? [[key, value]] : [];
  });
  return pick(ClusterQuery.parse(Object.fromEntries(accepted)));
}

/** The choices as the API takes them, without defaults. */
export function writeClusterChoices(choices: ClusterChoices): [name: string, value: string][] {
  return KEYS.filter((key) => choices[key] !== USUAL_CLUSTERS[key]).map((key) => [
    key,
    String(choices[key]),
  ]);
}

function pick(query: ClusterQuery): ClusterChoices {
  return Object.fromEntries(
    KEYS.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])),
  ) as ClusterChoices;
}
