import { coarsenSums, sumByCell, type CellSums } from '@cluster-atlas/analytics';
import {
  coarserKey,
  fromNationalGrid,
  hexagonAt,
  hexagonCentre,
  MOST_ZOOM,
  quadkey,
  squareAt,
  squareCentre,
  tileAt,
  tileCentre,
} from '@cluster-atlas/geo';
import { InvalidArgumentError } from 'commander';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { readPoints, type PointColumnOptions, type PointInput } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { textColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface GridCommandOptions extends PointColumnOptions, OutputOptions {
  shape: 'hexagon' | 'square' | 'tile';
  width?: number;
  zoom?: number;
  /** Levels of the pyramid, the finest among them. */
  levels: number;
  sector?: string;
  out?: string;
}

interface GridSummary extends Summary {
  total: number;
  /** The finest first. */
  levels: { level: number; cells: number; largest: number | null }[];
}

/** Levels beyond the finest that a square's key allows. */
const MOST_LEVELS = 25;

export function levelsOption(text: string): number {
  const levels = Number(text);
  if (!(Number.isInteger(levels) && levels >= 1 && levels <= MOST_LEVELS)) {
    throw new InvalidArgumentError(`A whole number from 1 to ${MOST_LEVELS}.`);
  }
  return levels;
}

export function zoomOption(text: string): number {
  const zoom = Number(text);
  if (!(Number.isInteger(zoom) && zoom >= 0 && zoom <= MOST_ZOOM)) {
    throw new InvalidArgumentError(`A whole number from 0 to ${MOST_ZOOM}.`);
  }
  return zoom;
}

export async function computeGrid(options: GridCommandOptions): Promise<void> {
  check(options);
  const sectors: string[] = [];
  const points = await readPoints(options, (header) => {
    const read = options.sector === undefined ? null : textColumn(header, options.sector);
    return (row) => {
      if (read) sectors.push(read(row));
    };
  });
  const { names, groups } = numberNames(options.sector === undefined ? null : sectors);
  const { result: pyramid, seconds } = timed(() => buildPyramid(options, points, groups));
  const { out } = options;
  if (out !== undefined) await writeRows(out, HEADER, rowsOf(options, pyramid, names));
  const summary: GridSummary = {
    measure: 'grid',
    n: points.n,
    total: pyramid[0]!.weights.reduce((sum, weight) => sum + weight, 0),
    levels: pyramid.map(({ cells, weights }, level) => ({
      level,
      cells: new Set(cells).size,
      largest: weights.length === 0 ? null : weights.reduce((a, b) => Math.max(a, b)),
    })),
    parameters: {
      ...{ input: options.input, basis: options.weight ?? 'count', crs: points.crs },
      ...{ shape: options.shape, width: options.width ?? null, zoom: options.zoom ?? null },
      ...{ levels: options.levels, sector: options.sector ?? null },
    },
    warnings: points.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

const HEADER = ['level', 'cell', 'x', 'y', 'sector', 'count', 'weight'];

function check({ shape, width, zoom, levels, lon }: GridCommandOptions): void {
  const isTile = shape === 'tile';
  const refusals: [boolean, string][] = [
    [isTile && (zoom === undefined || width !== undefined), 'Tiles have a --zoom, and no --width.'],
    [
      !isTile && (width === undefined || zoom !== undefined),
      'Give --width, in metres; --zoom is for tiles.',
    ],
    [isTile && lon === undefined, 'Tiles need degrees: --lon and --lat.'],
    [shape === 'hexagon' && levels > 1, 'Hexagons do not nest: ask for each width by itself.'],
    [isTile && levels > (zoom ?? 0) + 1, 'There are no tiles coarser than zoom 0.'],
  ];
  for (const [isRefused, reason] of refusals) if (isRefused) throw new UsageError(reason);
}

/** In the order of the names, so that the numbers do not depend on that of the rows. */
function numberNames(values: readonly string[] | null): {
  names: readonly (string | null)[];
  groups: Uint32Array | null;
} {
  if (!values) return { names: [null], groups: null };
  const names = [...new Set(values)].sort();
  const numbers = new Map(names.map((name, i) => [name, i]));
  return { names, groups: Uint32Array.from(values, (value) => numbers.get(value)!) };
}

function buildPyramid(
  options: GridCommandOptions,
  { xs, ys, weights }: PointInput,
  groups: Uint32Array | null,
): CellSums[] {
  const cells = xs.map((x, i) => cellOf(options, x, ys[i]!));
  const pyramid = [sumByCell({ cells, groups, weights })];
  while (pyramid.length < options.levels) pyramid.push(coarsenSums(pyramid.at(-1)!, coarserKey));
  return pyramid;
}

function cellOf({ shape, width, zoom }: GridCommandOptions, x: number, y: number): number {
  if (shape === 'tile') return tileAt(zoom!, fromNationalGrid(x, y));
  return shape === 'hexagon' ? hexagonAt(width!, x, y) : squareAt(width!, x, y);
}

function* rowsOf(
  options: GridCommandOptions,
  pyramid: readonly CellSums[],
  names: readonly (string | null)[],
) {
  for (const [level, sums] of pyramid.entries()) {
    for (const [i, key] of sums.cells.entries()) {
      const { name, x, y } = describeCell(options, key, level);
      yield [level, name, x, y, names[sums.groups[i]!]!, sums.counts[i]!, sums.weights[i]!];
    }
  }
}

/** x and y are longitude and latitude where the cell is a tile. */
function describeCell(
  { shape, width, zoom }: GridCommandOptions,
  key: number,
  level: number,
): { name: string; x: number; y: number } {
  if (shape === 'tile') {
    const { longitude, latitude } = tileCentre(zoom! - level, key);
    return { name: quadkey(zoom! - level, key), x: longitude, y: latitude };
  }
  const centre =
    shape === 'hexagon' ? hexagonCentre(width!, key) : squareCentre(width!, key, level);
  return { name: String(key), ...centre };
}

function linesOf({ total, levels }: GridSummary): string[] {
  return [
    `A weight of ${total}`,
    ...levels.map(
      ({ level, cells, largest }) => `Level ${level}: ${cells} cells, the largest ${largest ?? 0}`,
    ),
  ];
}
