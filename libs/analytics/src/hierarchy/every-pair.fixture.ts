import type { DensityHierarchyOptions } from './density-hierarchy.js';
import type { SelectionOptions } from './select-clusters.js';

/** HDBSCAN* by its definitions, on every pair of points: nothing in common with trees and unions. */

interface Places {
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array;
}
type Build = Required<DensityHierarchyOptions>;

interface Cluster {
  parent: Cluster | null;
  birth: number;
  /** Units, and the density at which each leaves. */
  left: Map<number, number>;
  parts: Cluster[];
  size: number;
  death: number;
}

/** Each unit of weight is a point. */
function unitsOf({ weights }: Places): number[] {
  return Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(i));
}

/** null: the core distances are infinite. */
function mutualReachability(places: Places, { minSamples, countsSelf }: Build): number[][] | null {
  const units = unitsOf(places);
  const { xs, ys } = places;
  const distances = units.map((a) =>
    units.map((b) => Math.sqrt((xs[a]! - xs[b]!) ** 2 + (ys[a]! - ys[b]!) ** 2)),
  );
  const cores = distances.map(
    (row) => [...row].sort((a, b) => a - b)[countsSelf ? minSamples - 1 : minSamples],
  );
  if (cores.some((core) => core === undefined)) return null;
  return distances.map((row, a) => row.map((d, b) => Math.max(d, cores[a]!, cores[b]!)));
}

/** Of the minimum spanning tree, by Prim. */
export function spanOfEveryPair(places: Places, build: Build): number | null {
  const reach = mutualReachability(places, build);
  if (!reach) return null;
  const open = new Map(reach.map((_, unit) => [unit, Infinity]));
  let sum = 0;
  while (open.size > 0) {
    const [next, length] = [...open].reduce((best, each) => (each[1] < best[1] ? each : best));
    sum += length < Infinity ? length : 0; // the first
    open.delete(next);
    for (const [unit, best] of open) open.set(unit, Math.min(best, reach[next]![unit]!));
  }
  return sum;
}

/** The components of units by the lengths for which `isJoined`. */
function components(
  units: number[],
  reach: number[][],
  isJoined: (length: number) => boolean,
): number[][] {
  const rest = new Set(units);
  const found: number[][] = [];
  for (const start of units) {
    if (!rest.delete(start)) continue;
    const component = [start];
    for (const unit of component) {
      for (const other of [...rest]) {
        if (isJoined(reach[unit]![other]!) && rest.delete(other)) component.push(other);
      }
    }
    found.push(component);
  }
  return found;
}

/** The least length by which the units are connected. */
function heightOf(units: number[], reach: number[][]): number {
  const lengths = [...new Set(units.flatMap((a) => units.map((b) => reach[a]![b]!)))];
  lengths.sort((a, b) => a - b);
  return lengths.find((height) => components(units, reach, (d) => d <= height).length === 1)!;
}

function grow(units: number[], cluster: Cluster, reach: number[][], least: number): void {
  const height = heightOf(units, reach);
  const density = 1 / height;
  const parts = units.length > 1 ? components(units, reach, (d) => d < height) : [];
  const large = parts.filter((part) => part.length >= least);
  for (const unit of units) {
    if (!large.some((part) => part.includes(unit))) cluster.left.set(unit, density);
  }
  cluster.death = density;
  if (large.length === 1) grow(large[0]!, cluster, reach, least);
  if (large.length < 2) return;
  for (const part of large) {
    const child = newCluster(cluster, density, part.length);
    cluster.parts.push(child);
    grow(part, child, reach, least);
  }
}

function newCluster(parent: Cluster | null, birth: number, size: number): Cluster {
  return { parent, birth, left: new Map(), parts: [], size, death: birth };
}

/** Infinite part, finite part. */
type Stability = [number, number];

function stabilityOf(cluster: Cluster): Stability {
  const stability: Stability = [0, 0];
  for (const density of cluster.left.values()) {
    if (density === Infinity) stability[0]++;
    else stability[1] += density - cluster.birth;
  }
  for (const part of cluster.parts) stability[1] += part.size * (part.birth - cluster.birth);
  return stability;
}

function mostStable(
  cluster: Cluster,
  options: SelectionOptions,
): { chosen: Cluster[]; stability: Stability } {
  const parts = cluster.parts.map((part) => mostStable(part, options));
  const within = parts.reduce<Stability>(
    ([endless, sum], { stability }) => [endless + stability[0], sum + stability[1]],
    [0, 0],
  );
  const own = stabilityOf(cluster);
  const isLess = within[0] === own[0] ? within[1] > own[1] * (1 + 1e-12) : within[0] > own[0];
  const isRoot = cluster.parent === null;
  if (isLess || cluster.size > options.maxClusterSize! || (isRoot && !options.allowSingleCluster)) {
    return { chosen: parts.flatMap(({ chosen }) => chosen), stability: within };
  }
  return { chosen: [cluster], stability: own };
}

function leavesOf(cluster: Cluster, options: SelectionOptions): Cluster[] {
  if (cluster.parts.length > 0) return cluster.parts.flatMap((part) => leavesOf(part, options));
  return cluster.parent || options.allowSingleCluster ? [cluster] : [];
}

function climbFrom(cluster: Cluster, { selectionEpsilon, allowSingleCluster }: SelectionOptions) {
  let at = cluster;
  if (!selectionEpsilon || 1 / at.birth >= selectionEpsilon) return at;
  while (at.parent) {
    if (!at.parent.parent) return allowSingleCluster ? at.parent : at;
    at = at.parent;
    if (1 / at.birth > selectionEpsilon) return at;
  }
  return at;
}

function isWithin(cluster: Cluster | null, other: Cluster): boolean {
  return cluster !== null && (cluster === other || isWithin(cluster.parent, other));
}

function densest(cluster: Cluster): number {
  return Math.max(cluster.death, ...cluster.parts.map(densest));
}

const part = (density: number, whole: number) =>
  density === Infinity || whole === 0 ? 1 : density / whole;

export function everyPair(
  places: Places,
  options: Build & SelectionOptions,
): { labels: number[]; probabilities: number[]; outlierScores: number[] } {
  const reach = mutualReachability(places, options)?.map((row) =>
    row.map((length) => Math.max(length, options.minScale!)),
  );
  const units = unitsOf(places);
  const count = places.xs.length;
  const result = {
    labels: Array<number>(count).fill(-1),
    probabilities: Array<number>(count).fill(0),
    outlierScores: Array<number>(count).fill(0),
  };
  if (!reach || units.length === 0) return result;
  const root = newCluster(null, 0, units.length);
  grow(
    units.map((_, unit) => unit),
    root,
    reach,
    options.minClusterSize,
  );
  const candidates =
    options.selection === 'leaf' ? leavesOf(root, options) : mostStable(root, options).chosen;
  const climbed = [...new Set(candidates.map((each) => climbFrom(each, options)))];
  const chosen = climbed.filter((a) => !climbed.some((b) => a !== b && isWithin(a, b)));
  const byPlace = units.map((_, unit) => unit);
  const { xs, ys } = places;
  byPlace.sort((a, b) => xs[units[a]!]! - xs[units[b]!]! || ys[units[a]!]! - ys[units[b]!]!);
  const numbers = new Map<Cluster, number>();
  const all: Cluster[] = [root];
  for (const cluster of all) all.push(...cluster.parts);
  for (const unit of byPlace) {
    const home = all.find(({ left }) => left.has(unit))!;
    const density = home.left.get(unit)!;
    result.outlierScores[units[unit]!] = 1 - part(density, densest(home));
    const cluster = chosen.find((each) => isWithin(home, each));
    const least = options.selectionEpsilon ? 1 / options.selectionEpsilon : root.death;
    if (!cluster || units.length < options.minClusterSize) continue;
    if (cluster === root && density < least) continue;
    if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
    result.labels[units[unit]!] = numbers.get(cluster)!;
    result.probabilities[units[unit]!] = Math.min(part(density, cluster.death), 1);
  }
  return result;
}
