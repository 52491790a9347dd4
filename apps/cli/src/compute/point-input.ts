import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { planeProjectionFor, type PlaneProjection } from '@cluster-atlas/geo';
import { basename } from 'node:path';
import { UsageError } from '../usage-error.js';
import { numberColumn, weightColumn, whereIs, type TableHeader } from './table-columns.js';

/** Which columns of the file hold what; without names, `x` and `y`. */
export interface PointColumnOptions {
  input: string;
  x?: string;
  y?: string;
  lon?: string;
  lat?: string;
  weight?: string;
}

export interface PointInput {
  n: number;
  /** Metres, or what the file has. */
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array | null;
  /** For example EPSG:27700, where degrees were projected; null: the plane of the file. */
  crs: string | null;
  /** By which degrees were projected, and results may be brought back. */
  projection: PlaneProjection | null;
  warnings: string[];
}

/** Of a length, in parts of 1, from which on a warning is due. */
const NOTABLE_ERROR = 0.002;

/**
 * Reads the places, and weights, of a person's own table.
 *
 * @param openMore looks at the header too, and says what else to do with each row
 * @throws {UsageError} if the options do not fit together
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readPoints(
  options: PointColumnOptions,
  openMore?: (header: TableHeader) => (row: TableRow) => void,
): Promise<PointInput> {
  const isDegrees = checkAxes(options);
  const [first, second] = isDegrees
    ? [options.lon!, options.lat!]
    : [options.x ?? 'x', options.y ?? 'y'];
  const firsts: number[] = [];
  const seconds: number[] = [];
  const weights: number[] = [];
  const n = await readOwnTable(options.input, (names) => {
    const header = { file: basename(options.input), names };
    const readFirst = numberColumn(header, first);
    const readSecond = numberColumn(header, second);
    const readWeight = options.weight === undefined ? null : weightColumn(header, options.weight);
    const takeMore = openMore?.(header);
    return (row) => {
      const [x, y] = [readFirst(row), readSecond(row)];
      if (isDegrees) checkDegrees(whereIs(header, row), x, y);
      firsts.push(x);
      seconds.push(y);
      if (readWeight) weights.push(readWeight(row));
      takeMore?.(row);
    };
  });
  const warnings = n === 0 ? ['The file has a header and no rows.'] : [];
  if (!isDegrees) warnings.push(...warningsOfMetres(first, second));
  const projection = isDegrees && n > 0 ? chooseProjection(firsts, seconds, warnings) : null;
  return {
    n,
    ...(projection ? project(projection, firsts, seconds) : asGiven(firsts, seconds)),
    weights: options.weight === undefined ? null : Float64Array.from(weights),
    projection,
    crs: projection?.crs ?? null,
    warnings,
  };
}

function checkAxes({ x, y, lon, lat }: PointColumnOptions): boolean {
  const isDegrees = lon !== undefined || lat !== undefined;
  if (isDegrees && (x !== undefined || y !== undefined)) {
    throw new UsageError('Give either --x and --y, in metres, or --lon and --lat, in degrees.');
  }
  if (isDegrees && (lon === undefined || lat === undefined)) {
    throw new UsageError('--lon and --lat belong together.');
  }
  return isDegrees;
}

function checkDegrees(where: string, longitude: number, latitude: number): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  throw new Error(`${where}: longitude ${longitude}, latitude ${latitude} is no place on Earth`);
}

function chooseProjection(
  longitudes: readonly number[],
  latitudes: readonly number[],
  warnings: string[],
): PlaneProjection {
  const [west, east] = rangeOf(longitudes);
  const [south, north] = rangeOf(latitudes);
  const projection = planeProjectionFor({ west, south, east, north });
  const { crs, scaleError } = projection;
  warnings.push(
    crs === 'EPSG:27700'
      ? `Degrees were projected to ${crs} by Helmert’s transformation, 2 to 5 m off OSTN15.`
      : `Degrees were projected to ${crs}, the UTM zone of the middle of the data.`,
  );
  if (scaleError > NOTABLE_ERROR) {
    const percent = (100 * scaleError).toFixed(1);
    warnings.push(`Far from the middle, lengths come out up to ${percent} % wrong.`);
  }
  return projection;
}

function rangeOf(values: readonly number[]): [number, number] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return [lowest, highest];
}

function project(
  { toPlane }: PlaneProjection,
  longitudes: readonly number[],
  latitudes: readonly number[],
): Pick<PointInput, 'xs' | 'ys'> {
  const xs = new Float64Array(longitudes.length);
  const ys = new Float64Array(longitudes.length);
  for (let i = 0; i < xs.length; i++) {
    const { easting, northing } = toPlane(longitudes[i]!, latitudes[i]!);
    xs[i] = easting;
    ys[i] = northing;
  }
  return { xs, ys };
}

function asGiven(xs: readonly number[], ys: readonly number[]): Pick<PointInput, 'xs' | 'ys'> {
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys) };
}

function warningsOfMetres(...names: string[]): string[] {
  if (!names.some((name) => /^(lon|long|lng|lat)(gitude|itude)?$/i.test(name))) return [];
  return [`${names.join(' and ')} were taken as metres; for degrees use --lon and --lat.`];
}
