import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { isOnNationalGrid, toNationalGrid } from '@cluster-atlas/geo';
import { basename } from 'node:path';
import { UsageError } from '../usage-error.js';

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
 * @throws {UsageError} if the options do not fit together
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readPoints(options: PointColumnOptions): Promise<PointInput> {
  const isDegrees = checkAxes(options);
  const [first, second] = isDegrees
    ? [options.lon!, options.lat!]
    : [options.x ?? 'x', options.y ?? 'y'];
  const xs: number[] = [];
  const ys: number[] = [];
  const weights: number[] = [];
  const n = await readOwnTable(options.input, (header) => {
    const file = basename(options.input);
    const readX = numberReader(file, header, first);
    const readY = numberReader(file, header, second);
    const readWeight =
      options.weight === undefined ? null : numberReader(file, header, options.weight);
    return (row) => {
      const place = isDegrees
        ? project(file, row, { longitude: readX(row), latitude: readY(row) })
        : { easting: readX(row), northing: readY(row) };
      xs.push(place.easting);
      ys.push(place.northing);
      if (readWeight) weights.push(notNegative(file, row, readWeight(row)));
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

/** @throws {Error} if the file has no such column */
function numberReader(
  file: string,
  header: readonly string[],
  name: string,
): (row: TableRow) => number {
  const exact = header.indexOf(name);
  const index =
    exact >= 0 ? exact : header.findIndex((other) => other.toLowerCase() === name.toLowerCase());
  if (index < 0) throw new Error(`${file} has no column “${name}” (${header.join(', ')})`);
  return (row) => {
    const text = row.fields[index]!.trim();
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) {
      throw new Error(`${where(file, row)}: “${text}” in column ${header[index]} is not a number`);
    }
    return number;
  };
}

function project(
  file: string,
  row: TableRow,
  { longitude, latitude }: { longitude: number; latitude: number },
): { easting: number; northing: number } {
  if (!isOnNationalGrid(longitude, latitude)) {
    throw new Error(
      `${where(file, row)}: longitude ${longitude}, latitude ${latitude} is outside Great Britain, ` +
        'and no other country can be projected yet; give projected metres by --x and --y',
    );
  }
  return toNationalGrid(longitude, latitude);
}

function notNegative(file: string, row: TableRow, weight: number): number {
  if (weight < 0) throw new Error(`${where(file, row)}: the weight ${weight} is negative`);
  return weight;
}

function where(file: string, { row, line }: TableRow): string {
  return `${file}, row ${row} (line ${line})`;
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
