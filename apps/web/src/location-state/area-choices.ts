import { readSort, writeSort, type Sort } from './table-sort.js';

/** What the colours of areas, and the order of their table, go by. */
export const AREA_MEASURES = [
  'densityPerKm2',
  'matching',
  'share',
  'lq',
  'shrunkLq',
  'growth',
  'jobs',
] as const;
export type AreaMeasure = (typeof AREA_MEASURES)[number];

const AREA_COLUMNS = ['name', 'all', 'areaKm2', ...AREA_MEASURES] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];

export interface AreaChoices {
  layer: string;
  measure: AreaMeasure;
  /** Of the table; null: by the measure, the most first. */
  sort: Sort<AreaColumn> | null;
}

/** One area of a layer. */
export interface AreaName {
  layer: string;
  code: string;
}

/** Latitude and longitude of each corner of a drawn area. */
export type Corner = readonly [latitude: number, longitude: number];

const LAYER = /^[\w-]{1,40}$/;
export const MOST_COMPARED = 10;
export const MOST_DRAWN_CORNERS = 60;

/** Null where the address asks for no areas. */
export function readAreaChoices(parameters: URLSearchParams): AreaChoices | null {
  const layer = parameters.get('areas') ?? '';
  if (!LAYER.test(layer)) return null;
  const measure = AREA_MEASURES.find((each) => each === parameters.get('measure'));
  return {
    layer,
    measure: measure ?? 'densityPerKm2',
    sort: readSort(parameters.get('areaSort'), AREA_COLUMNS),
  };
}

export function writeAreaChoices({ layer, measure, sort }: AreaChoices): [string, string][] {
  const parameters: [string, string][] = [['areas', layer]];
  if (measure !== 'densityPerKm2') parameters.push(['measure', measure]);
  if (sort) parameters.push(['areaSort', writeSort(sort)]);
  return parameters;
}

/** `layer:code`; a code may hold anything. */
export function readAreaName(text: string | null): AreaName | null {
  const match = /^([\w-]{1,40}):(.+)$/.exec(text ?? '');
  return match && { layer: match[1]!, code: match[2]! };
}

export function writeAreaName({ layer, code }: AreaName): string {
  return `${layer}:${code}`;
}

/** One parameter for each. */
export function readCompared(parameters: URLSearchParams): AreaName[] {
  return parameters
    .getAll('compare')
    .flatMap((text) => readAreaName(text) ?? [])
    .slice(0, MOST_COMPARED);
}

/** `lat,lon;lat,lon`, as the API takes it; null if it cannot be understood. */
export function readCorners(text: string): Corner[] | null {
  const corners = text
    .split(/[;\n]/)
    .filter((corner) => corner.trim() !== '')
    .map((corner) =>
      corner
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number),
    );
  const isFit = corners.every(
    ([latitude, longitude, ...more]) =>
      more.length === 0 && Math.abs(latitude ?? NaN) <= 90 && Math.abs(longitude ?? NaN) <= 180,
  );
  if (!isFit || corners.length > MOST_DRAWN_CORNERS) return null;
  return corners.map(([latitude, longitude]) => [latitude!, longitude!]);
}

/** Five decimals of a degree are about a metre. */
export function writeCorners(corners: readonly Corner[]): string {
  return corners
    .map((corner) => corner.map((degrees) => Number(degrees.toFixed(5))).join(','))
    .join(';');
}
