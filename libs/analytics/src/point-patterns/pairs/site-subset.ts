import type { Population } from './population.js';

/** Some points of a population, merged by their places, in its order. */
export interface SiteSubset {
  /** k place numbers, ascending. */
  sites: Uint32Array;
  xs: Float64Array;
  ys: Float64Array;
  /** k; points at the place. */
  counts: Float64Array;
  /** k; sums of their weights, and of their weights' squares. */
  weights: Float64Array;
  squares: Float64Array;
  /** One more than there are rows: the places of row r stand from `rowStarts[r]` on. */
  rowStarts: Uint32Array;
  rowHeight: number;
}

/** Which points, and what they weigh: the weights that move with points are not those of the positions. */
export interface PointSelection {
  positions: Uint32Array;
  /** As many; null: each weighs 1. */
  weights: Float64Array | null;
}

/** A selection's places, and where each of its points stands among them. */
export interface SelectedSites extends SiteSubset {
  places: Uint32Array;
}

/**
 * Merges points into places. Linear in the points, plus 1/32 of the places of the population.
 *
 * Weights of a place are added in the order of the selection.
 */
export function gatherSites(
  population: Population,
  { positions, weights }: PointSelection,
): SelectedSites {
  const { siteOf } = population;
  const marks = new Uint32Array((population.xs.length + 31) >>> 5);
  for (let i = 0; i < positions.length; i++) {
    const site = siteOf[positions[i]!]!;
    marks[site >>> 5]! |= 1 << (site & 31);
  }
  const sites = markedPlaces(marks, positions.length);
  const firsts = firstPlaces(marks.length, sites);
  const places = new Uint32Array(positions.length);
  const counts = new Float64Array(sites.length);
  const sums = new Float64Array(sites.length);
  const squares = new Float64Array(sites.length);
  for (let i = 0; i < positions.length; i++) {
    const site = siteOf[positions[i]!]!;
    const below = marks[site >>> 5]! & ((1 << (site & 31)) - 1);
    const place = firsts[site >>> 5]! + countBits(below);
    places[i] = place;
    const weight = weights ? weights[i]! : 1;
    counts[place]! += 1;
    sums[place]! += weight;
    squares[place]! += weight * weight;
  }
  return { sites, counts, weights: sums, squares, places, ...placeColumns(population, sites) };
}

/** The whole population. */
export function gatherAll(population: Population): SiteSubset {
  const { siteOf, weights } = population;
  const sites = new Uint32Array(population.xs.length);
  for (let site = 0; site < sites.length; site++) sites[site] = site;
  const counts = new Float64Array(sites.length);
  const sums = new Float64Array(sites.length);
  const squares = new Float64Array(sites.length);
  for (let position = 0; position < siteOf.length; position++) {
    const weight = weights ? weights[position]! : 1;
    const site = siteOf[position]!;
    counts[site]! += 1;
    sums[site]! += weight;
    squares[site]! += weight * weight;
  }
  return { sites, counts, weights: sums, squares, ...placeColumns(population, sites) };
}

function markedPlaces(marks: Uint32Array, most: number): Uint32Array {
  const sites = new Uint32Array(most);
  let count = 0;
  for (let word = 0; word < marks.length; word++) {
    for (let rest = marks[word]!; rest !== 0; rest &= rest - 1) {
      sites[count++] = 32 * word + 31 - Math.clz32(rest & -rest);
    }
  }
  return sites.slice(0, count);
}

/** Of each word of marks: where its first site stands among the marked ones. */
function firstPlaces(words: number, sites: Uint32Array): Uint32Array {
  const firsts = new Uint32Array(words);
  for (let place = sites.length - 1; place >= 0; place--) firsts[sites[place]! >>> 5] = place;
  return firsts;
}

/** Source: Warren (2013), Hacker's Delight, 5-1. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function placeColumns(
  population: Population,
  sites: Uint32Array,
): Pick<SiteSubset, 'xs' | 'ys' | 'rowStarts' | 'rowHeight'> {
  const xs = new Float64Array(sites.length);
  const ys = new Float64Array(sites.length);
  const rowStarts = new Uint32Array(population.rowCount + 1);
  let row = 0;
  for (let i = 0; i < sites.length; i++) {
    const site = sites[i]!;
    xs[i] = population.xs[site]!;
    ys[i] = population.ys[site]!;
    while (row < population.rows[site]!) rowStarts[++row] = i;
  }
  rowStarts.fill(sites.length, row + 1);
  return { xs, ys, rowStarts, rowHeight: population.rowHeight };
}
