import { randomNumber } from '../../random/random-number.js';
import type { FlowGraph } from '../flow-graph.js';
import {
  aggregate,
  buildCommunityGraph,
  renumber,
  type CommunityGraph,
  type QualityOptions,
} from './community-graph.js';
import { communityQuality } from './community-quality.js';
import { moveNodes } from './move-nodes.js';
import { refinePartition } from './refine-partition.js';

export interface LeidenOptions extends QualityOptions {
  seed: number;
  /** How often to start anew; the best counts, the first among equals. Default `usualRestarts`. */
  restarts?: number;
  /** Rounds of moving, refining and aggregating at most, where a small graph settles in fewer. Default 10. */
  rounds?: number;
}

export interface Communities {
  count: number;
  /** n communities, numbered from 0 by their first node. */
  labels: Int32Array;
  /** See `communityQuality`. */
  quality: number | null;
}

/**
 * Communities of nodes with much flow among them. Every community is connected, and no node gains by
 * moving to another one alone. The search is by chance, but the same for the same seed and the same
 * numbers of nodes; nodes without flows are communities of their own.
 *
 * Source: Traag, Waltman and van Eck (2019), From Louvain to Leiden: guaranteeing well-connected
 * communities, Scientific Reports 9:5233, algorithm A.2, repeated until nothing changes. The unit of
 * its randomness is the mean flow of an edge, so that the currency does not matter.
 *
 * @throws {RangeError} if the resolution is negative or the restarts are not a number from 1
 */
export function leiden(graph: FlowGraph, options: LeidenOptions): Communities {
  const { restarts, ...one } = options;
  return leidenPart(graph, one, { from: 0, to: restartsOf(graph, restarts) });
}

/** @throws {RangeError} if the restarts are not a number from 1 */
export function restartsOf(
  { nodes }: FlowGraph,
  restarts: number | undefined = usualRestarts(nodes),
): number {
  checkCount(restarts, 'restarts');
  return restarts;
}

/** The best of the restarts from `from` up to, without, `to`: they can be shared out. */
export function leidenPart(
  graph: FlowGraph,
  options: Omit<LeidenOptions, 'restarts'>,
  { from, to }: { from: number; to: number },
): Communities {
  return bestCommunities(
    Array.from({ length: to - from }, (_, i) =>
      leidenRun(graph, { ...options, restart: from + i }),
    ),
  );
}

/** The first of those of the best quality. */
export function bestCommunities(found: readonly Communities[]): Communities {
  return found.reduce((best, next) => ((next.quality ?? 0) > (best.quality ?? 0) ? next : best));
}

/** 10, and for fewer than 2,000 nodes as often as makes 20,000 nodes in all, up to 200 times. */
export function usualRestarts(nodes: number): number {
  return Math.max(10, Math.min(200, Math.floor(20_000 / Math.max(1, nodes))));
}

/** One of the restarts. */
export function leidenRun(
  graph: FlowGraph,
  options: Omit<LeidenOptions, 'restarts'> & { restart: number },
): Communities {
  const { seed, restart, rounds = 10, ...criterion } = options;
  checkCount(rounds, 'rounds');
  const whole = buildCommunityGraph(graph, criterion);
  let draw = 0;
  const random = () => randomNumber({ seed, simulation: restart, draw: draw++ });
  let labels: Int32Array = Int32Array.from({ length: graph.nodes }, (_, node) => node);
  communityQuality(graph, labels, criterion); // checks the resolution
  for (let round = 0; round < rounds && improve(whole, labels, random); round++) {
    labels = renumber(labels).labels;
  }
  // the guarantees hold where the rounds did not settle, too; each step of it is a gain
  do labels = splitUnconnected(whole, labels);
  while (moveNodes(whole, labels, shuffle(graph.nodes, random)));
  const { labels: found, count } = renumber(labels);
  return { count, labels: found, quality: communityQuality(graph, found, criterion) };
}

/**
 * Moves nodes, then parts of communities, then parts of what these became, as long as there are any.
 *
 * @param labels are changed
 * @returns whether anything moved
 */
function improve(whole: CommunityGraph, labels: Int32Array, random: () => number): boolean {
  let graph = whole;
  let memberships: Int32Array = Int32Array.from(labels, (_, node) => node); // of the nodes in those of `graph`
  let communities: Int32Array = labels.slice();
  let hasMoved = false;
  for (;;) {
    if (moveNodes(graph, communities, shuffle(communities.length, random))) hasMoved = true;
    for (let node = 0; node < labels.length; node++)
      labels[node] = communities[memberships[node]!]!;
    const order = shuffle(communities.length, random);
    const refined = renumber(refinePartition(graph, communities, { order, random }));
    if (refined.count === communities.length) return hasMoved;
    const next = new Int32Array(refined.count);
    refined.labels.forEach((part, node) => (next[part] = communities[node]!));
    graph = aggregate(graph, refined.labels, refined.count);
    memberships = memberships.map((node) => refined.labels[node]!);
    communities = renumber(next).labels;
  }
}

/** A community in several pieces gains by falling apart: what does not flow is only a loss. */
function splitUnconnected({ starts, nodes }: CommunityGraph, labels: Int32Array): Int32Array {
  const pieces = new Int32Array(labels.length).fill(-1);
  const open = new Int32Array(labels.length);
  let count = 0;
  for (let root = 0; root < labels.length; root++) {
    if (pieces[root]! >= 0) continue;
    pieces[root] = count;
    open[0] = root;
    for (let size = 1; size > 0;) {
      const node = open[--size]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const other = nodes[arc]!;
        if (pieces[other]! >= 0 || labels[other] !== labels[root]) continue;
        pieces[other] = count;
        open[size++] = other;
      }
    }
    count++;
  }
  return pieces;
}

function checkCount(count: number, of: string): void {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`${count} is not a number of ${of}`);
}

/** Fisher and Yates. */
function shuffle(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
