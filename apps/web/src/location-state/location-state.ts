import {
  readAreaChoices,
  readAreaName,
  readCompared,
  readCorners,
  writeAreaChoices,
  writeAreaName,
  writeCorners,
  type AreaChoices,
  type AreaName,
  type Corner,
} from './area-choices.js';
import {
  CLUSTER_COLUMNS,
  readClusterChoices,
  writeClusterChoices,
  type ClusterChoices,
  type ClusterColumn,
} from './cluster-choices.js';
import {
  readEmploymentChoices,
  writeEmploymentChoices,
  type EmploymentChoices,
} from './employment-choices.js';
import { readHistoryYears, writeHistoryYears, type HistoryYears } from './history-years.js';
import { readSelection, writeSelection, type Selection } from './selection-parameters.js';
import { readSort, writeSort, type Sort } from './table-sort.js';

export interface MapPosition {
  longitude: number;
  latitude: number;
  zoom: number;
}

/** What the panel beside the map is about. */
export type OpenPlace =
  | { kind: 'hub'; slug: string }
  | { kind: 'point'; longitude: number; latitude: number }
  | { kind: 'site'; easting: number; northing: number }
  | { kind: 'cluster'; slug: string }
  | ({ kind: 'area' } & AreaName)
  | { kind: 'drawn'; corners: readonly Corner[] }
  | { kind: 'concentration' }
  | { kind: 'trust'; within: TrustScope };

/** What the panel on trust counts: what the map shows, or everything loaded. */
export type TrustScope = 'view' | 'all';

/** What the density is measured around. */
export type MeasuredPlace = Extract<OpenPlace, { kind: 'hub' | 'point' }>;

/** The map, the same as a list, its clusters as a table, what became of them, and the table of areas. */
export const VIEWS = ['map', 'list', 'clusters', 'time', 'areas'] as const;

/** Everything that a shared link restores. */
export interface LocationState {
  /** Null until the map has been moved: the map then shows all that is loaded. */
  map: MapPosition | null;
  view: (typeof VIEWS)[number];
  selection: Selection;
  open: OpenPlace | null;
  /** How clusters are found; null: they are not shown. */
  clusters: ClusterChoices | null;
  /** The id of a kept run, whose clusters are shown instead of those that are found now. */
  keptRun: string | null;
  /** Of the table of clusters; null: the largest first. */
  clusterSort: Sort<ClusterColumn> | null;
  /** Which years the clusters are followed through. */
  years: HistoryYears;
  /** Which areas are coloured, and by what; null: none. */
  areas: AreaChoices | null;
  /** Whether the map shows where businesses are registered less where they trade. */
  offices: boolean;
  /** The jobs told of an area instead of its businesses; null: businesses are. */
  employment: EmploymentChoices | null;
  /** Areas side by side. */
  compare: AreaName[];
  /** A position found by search or from the list, marked on the map. */
  pin: { longitude: number; latitude: number } | null;
  /** Metres; null means the API's own choice. */
  radii: number[] | null;
  /** What location quotients compare with; null means everything loaded. */
  base: string | null;
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const PAIR = new RegExp(`^(${NUMBER}),(${NUMBER})$`);
const POSITION = new RegExp(`^(\\d{1,2})/(${NUMBER})/(${NUMBER})$`);

/** Reads the address; what cannot be understood is as if it were not there. */
export function readLocation(search: string): LocationState {
  const parameters = new URLSearchParams(search);
  const pin = readPair(parameters.get('pin'));
  return {
    map: readPosition(parameters.get('map')),
    view: VIEWS.find((view) => view === parameters.get('view')) ?? 'map',
    selection: readSelection(parameters),
    open: readOpen(parameters),
    clusters: readClusterChoices(parameters),
    keptRun: readKeptRun(parameters.get('run')),
    clusterSort: readSort(parameters.get('clusterSort'), CLUSTER_COLUMNS),
    years: readHistoryYears(parameters),
    areas: readAreaChoices(parameters),
    offices: parameters.get('offices') === 'shown',
    employment: readEmploymentChoices(parameters),
    compare: readCompared(parameters),
    pin: pin && { latitude: pin[0], longitude: pin[1] },
    radii: readRadii(parameters.get('radii')),
    base: parameters.get('base'),
  };
}

/** Writes the address that `readLocation` reads, without defaults; empty, or with a leading `?`. */
export function writeLocation(state: LocationState): string {
  const { map, open, pin, radii } = state;
  const parameters = new URLSearchParams(writeSelection(state.selection));
  if (state.view !== 'map') parameters.set('view', state.view);
  if (open?.kind === 'hub') parameters.set('hub', open.slug);
  if (open?.kind === 'point') parameters.set('point', pair(open.latitude, open.longitude));
  if (open?.kind === 'site') parameters.set('site', `${open.easting},${open.northing}`);
  if (open?.kind === 'cluster') parameters.set('cluster', open.slug);
  if (state.clusters) {
    parameters.set('clusters', 'shown');
    for (const [name, value] of writeClusterChoices(state.clusters)) parameters.set(name, value);
  }
  if (state.clusters && state.keptRun !== null) parameters.set('run', state.keptRun);
  if (state.clusterSort) parameters.set('clusterSort', writeSort(state.clusterSort));
  for (const [name, value] of writeHistoryYears(state.years)) parameters.set(name, value);
  if (open?.kind === 'area') parameters.set('area', writeAreaName(open));
  if (open?.kind === 'drawn') parameters.set('drawn', writeCorners(open.corners));
  if (open?.kind === 'concentration') parameters.set('concentration', 'shown');
  if (open?.kind === 'trust') parameters.set('trust', open.within);
  if (state.offices) parameters.set('offices', 'shown');
  for (const [name, value] of state.areas ? writeAreaChoices(state.areas) : []) {
    parameters.set(name, value);
  }
  for (const [name, value] of state.employment ? writeEmploymentChoices(state.employment) : []) {
    parameters.set(name, value);
  }
  for (const area of state.compare) parameters.append('compare', writeAreaName(area));
  if (pin) parameters.set('pin', pair(pin.latitude, pin.longitude));
  if (radii) parameters.set('radii', radii.join(','));
  if (state.base !== null) parameters.set('base', state.base);
  if (map) {
    parameters.set('map', `${map.zoom}/${degrees(map.latitude)}/${degrees(map.longitude)}`);
  }
  const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return query === '' ? '' : `?${query}`;
}

/** The API's name of a place: a hub's slug, or `latitude,longitude`. */
export function placeName(open: MeasuredPlace): string {
  return open.kind === 'hub' ? open.slug : pair(open.latitude, open.longitude);
}

/** Five decimals of a degree are about a metre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(5)));
}

function pair(latitude: number, longitude: number): string {
  return `${degrees(latitude)},${degrees(longitude)}`;
}

function readPair(text: string | null): [number, number] | null {
  const match = PAIR.exec(text ?? '');
  return match && [Number(match[1]), Number(match[2])];
}

function readPosition(text: string | null): MapPosition | null {
  const match = POSITION.exec(text ?? '');
  if (!match) return null;
  return { zoom: Number(match[1]), latitude: Number(match[2]), longitude: Number(match[3]) };
}

function readOpen(parameters: URLSearchParams): OpenPlace | null {
  const slug = parameters.get('hub');
  if (slug) return { kind: 'hub', slug };
  const cluster = parameters.get('cluster');
  if (cluster) return { kind: 'cluster', slug: cluster };
  const area = readAreaName(parameters.get('area'));
  if (area) return { kind: 'area', ...area };
  const drawn = parameters.has('drawn') ? readCorners(parameters.get('drawn')!) : null;
  if (drawn) return { kind: 'drawn', corners: drawn };
  if (parameters.has('concentration')) return { kind: 'concentration' };
  const within = parameters.get('trust');
  if (within === 'view' || within === 'all') return { kind: 'trust', within };
  const point = readPair(parameters.get('point'));
  if (point) return { kind: 'point', latitude: point[0], longitude: point[1] };
  const site = readPair(parameters.get('site'));
  return site && { kind: 'site', easting: site[0], northing: site[1] };
}

function readKeptRun(text: string | null): string | null {
  return text !== null && /^[\w-]{1,40}$/.test(text) ? text : null;
}

function readRadii(text: string | null): number[] | null {
  const radii = (text ?? '').split(',').map(Number);
  return radii.every((radius) => radius > 0) ? radii : null;
}
