import {
  contiguityWeights,
  distanceBandWeights,
  gridWeights,
  islandsOf,
  kernelWeights,
  nearestNeighbourWeights,
  rowStandardise,
  withSelf,
  type SpatialWeights,
} from '@cluster-atlas/analytics';
import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { UsageError } from '../usage-error.js';
import { readAreaRings } from './area-rings.js';
import type { NeighbourOptions } from './neighbour-options.js';
import { readPoints } from './point-input.js';
import { textColumn, type TableHeader } from './table-columns.js';
import { readWeightsFile } from './weights-file.js';

/** The rows of a table in an order that depends only on what they are, and who is whose neighbour. */
export interface Neighbourhood {
  n: number;
  weights: SpatialWeights;
  /** Of each place, its row, from 0. */
  rows: readonly number[];
  /** Rows without neighbours, from 1, ascending. */
  islands: number[];
  crs: string | null;
  warnings: string[];
}

const SOURCES = ['k', 'band', 'contiguity', 'weights'] as const;

/**
 * Reads who is whose neighbour, beside what else the rows hold.
 *
 * @param open as of `readPoints`
 * @param keepSelf whether places are their own neighbours too, before rows are divided by their sums
 * @throws {UsageError} unless there is one kind of neighbours, with what it needs
 */
export async function readNeighbourhood(
  options: NeighbourOptions,
  open: (header: TableHeader) => (row: TableRow) => void,
  keepSelf = false,
): Promise<Neighbourhood> {
  checkSources(options);
  const ids: string[] = [];
  const openAll = (header: TableHeader) => {
    const readId = options.id === undefined ? null : textColumn(header, options.id);
    const take = open(header);
    return (row: TableRow) => {
      if (readId) ids.push(readId(row));
      take(row);
    };
  };
  const found =
    options.k === undefined && options.band === undefined
      ? await readListed(options, ids, openAll)
      : await readPlaced(options, openAll);
  return standardised(found, { options, keepSelf });
}

function checkSources(options: NeighbourOptions): void {
  const given = SOURCES.filter((name) => options[name] !== undefined);
  if (given.length !== 1) {
    throw new UsageError(
      'Say who is a neighbour by one of --k, --band, --contiguity and --weights.',
    );
  }
  const isByDistance = options.k !== undefined || options.band !== undefined;
  if (options.kernel !== undefined && !isByDistance) {
    throw new UsageError('--kernel goes with --k or --band.');
  }
  const areas = [options.areas, options.grid].filter((given) => given !== undefined).length;
  if (areas !== (options.contiguity === undefined ? 0 : 1)) {
    throw new UsageError('--contiguity goes with one of --areas and --grid.');
  }
}

type Found = Omit<Neighbourhood, 'islands'>;
type Open = (header: TableHeader) => (row: TableRow) => void;

/** Neighbours by distance. Places are in the order of x, then y. */
async function readPlaced(options: NeighbourOptions, open: Open): Promise<Found> {
  const { n, xs, ys, crs, warnings } = await readPoints(options, open);
  const rows = Array.from(xs, (_, row) => row).sort(
    (a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]! || a - b,
  );
  const places = {
    xs: Float64Array.from(rows, (row) => xs[row]!),
    ys: Float64Array.from(rows, (row) => ys[row]!),
  };
  const { k, ties, band, kernel } = options;
  const near =
    k !== undefined
      ? nearestNeighbourWeights(places, { k, ties })
      : distanceBandWeights(places, band!);
  const weights =
    kernel === undefined ? near : kernelWeights(places, near, { kernel, bandwidth: band ?? null });
  return { n, weights, rows, crs, warnings };
}

/** Neighbours by what a file says. Places are in the order of their ids, else in that of the rows. */
async function readListed(options: NeighbourOptions, ids: string[], open: Open): Promise<Found> {
  const { input, contiguity, grid } = options;
  const n = await readOwnTable(input, (names) => open({ file: basename(input), names }));
  const rows = Array.from({ length: n }, (_, row) => row);
  const warnings = n === 0 ? ['The file has a header and no rows.'] : [];
  const byId = grid === undefined && options.id !== undefined;
  if (byId) rows.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const names = byId ? rows.map((row) => ids[row]!) : null;
  const duplicate = names?.find((name, i) => name === names[i - 1]);
  if (duplicate !== undefined) {
    throw new Error(`${basename(input)}: “${duplicate}” in column ${options.id} is there twice`);
  }
  const all = { n, names, warnings };
  const found = { n, rows, crs: null, warnings };
  if (options.weights !== undefined) {
    return { ...found, weights: await readWeightsFile(options.weights, all) };
  }
  if (grid === undefined) {
    const property = options.areaId ?? options.id;
    const rings = await readAreaRings(options.areas!, { ...all, property });
    return { ...found, weights: contiguityWeights(rings, contiguity!) };
  }
  if (n === 0 || n % grid > 0) throw new Error(`${n} rows are no grid of ${grid} columns`);
  return { ...found, weights: gridWeights({ rows: n / grid, columns: grid }, contiguity!) };
}

function standardised(
  found: Found,
  { options, keepSelf }: { options: NeighbourOptions; keepSelf: boolean },
): Neighbourhood {
  const { rows, warnings } = found;
  const others = withSelf(found.weights, keepSelf ? 'greatest' : null);
  const dropped = found.weights.neighbours.length - others.neighbours.length;
  if (dropped > 0 && !keepSelf)
    warnings.push(`${dropped} rows were listed as their own neighbours: left out.`);
  const islands = islandsOf(others)
    .map((place) => rows[place]! + 1)
    .sort((a, b) => a - b);
  if (islands.length > 0) {
    const first = islands.slice(0, 10).join(', ');
    const more = islands.length > 10 ? ', …' : '';
    warnings.push(`${islands.length} rows have no neighbour and no statistic: ${first}${more}.`);
  }
  return { ...found, weights: options.style === 'row' ? rowStandardise(others) : others, islands };
}

/** From the order of the places to that of the rows. */
export function inRowOrder<Item>(rows: readonly number[], item: (place: number) => Item): Item[] {
  const placeOf = new Uint32Array(rows.length);
  rows.forEach((row, place) => (placeOf[row] = place));
  return Array.from(placeOf, item);
}

/** The options that say who is a neighbour, for the summary. */
export function neighbourParameters(options: NeighbourOptions, crs: string | null) {
  const { input, id, k, ties, band, kernel, contiguity, areas, grid, weights, style } = options;
  return {
    ...{ input, crs, id: id ?? null, k: k ?? null, ties: k === undefined ? null : ties },
    ...{ band: band ?? null, kernel: kernel ?? null, contiguity: contiguity ?? null },
    ...{ areas: areas ?? null, grid: grid ?? null, weights: weights ?? null, style },
  };
}
