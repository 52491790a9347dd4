import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { isOnNationalGrid, toNationalGrid } from '@cluster-atlas/geo';
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
  /** EPSG:27700 where degrees were projected; null: the plane of the file. */
  crs: 'EPSG:27700' | null;
  warnings: string[];
}

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
  const xs: number[] = [];
  const ys: number[] = [];
  const weights: number[] = [];
  const n = await readOwnTable(options.input, (names) => {
    const header = { file: basename(options.input), names };
    const readX = numberColumn(header, first);
    const readY = numberColumn(header, second);
    const readWeight = options.weight === undefined ? null : weightColumn(header, options.weight);
    const takeMore = openMore?.(header);
    return (row) => {
      const place = isDegrees
        ? project(whereIs(header, row), { longitude: readX(row), latitude: readY(row) })
        : { easting: readX(row), northing: readY(row) };
      xs.push(place.easting);
      ys.push(place.northing);
      if (readWeight) weights.push(readWeight(row));
      takeMore?.(row);
    };
  });
  return {
    n,
    xs: Float64Array.from(xs),
    ys: Float64Array.from(ys),
    weights: options.weight === undefined ? null : Float64Array.from(weights),
    crs: isDegrees ? 'EPSG:27700' : null,
    warnings: warningsOf(n, isDegrees, [first, second]),
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

function project(
  where: string,
  { longitude, latitude }: { longitude: number; latitude: number },
): { easting: number; northing: number } {
  if (!isOnNationalGrid(longitude, latitude)) {
    throw new Error(
      `${where}: longitude ${longitude}, latitude ${latitude} is outside Great Britain, ` +
        'and no other country can be projected yet; give projected metres by --x and --y',
    );
  }
  return toNationalGrid(longitude, latitude);
}

function warningsOf(n: number, isDegrees: boolean, names: readonly string[]): string[] {
  const warnings: string[] = [];
  if (n === 0) warnings.push('The file has a header and no rows.');
  if (isDegrees) {
    warnings.push(
      'Degrees were projected to EPSG:27700 by Helmert’s transformation, 2 to 5 m off OSTN15.',
    );
  } else if (names.some((name) => /^(lon|long|lng|lat)(gitude|itude)?$/i.test(name))) {
    warnings.push(`${names.join(' and ')} were taken as metres; for degrees use --lon and --lat.`);
  }
  return warnings;
}
