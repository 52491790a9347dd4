import { ForeignSearch } from './foreign-search.js';
import type { SiteTree } from './site-tree.js';
import { findRoot } from './union-find.js';

/** Square of how far beyond the need a place looks: what it finds or excludes saves later searches. */
const AHEAD = 2;

/** A tree over the places of a SiteTree; one edge less than places. */
export interface SpanningTree {
  from: Uint32Array;
  to: Uint32Array;
  /** Squares of the edges' mutual reachability distances. */
  squares: Float64Array;
}

/**
 * A minimum spanning tree of the mutual reachability distances max(core(a), core(b), d(a, b)).
 *
 * In each round every component takes its shortest edge to another. A place keeps the nearest
 * foreign place that it found: that stays the nearest until both are of one component, and its
 * distance bounds from below what can be found then. Where several trees are minimal the one that
 * is found depends on the sites alone; which edges the tree has must not matter to the caller.
 *
 * About O(m log m); but components of a and b places that are all about as far from each other, as a
 * dense spot is from a circle around it, cost up to a b.
 *
 * Source: Boruvka (1926); on a kd-tree March, Ram and Gray (2010), Fast Euclidean minimum spanning
 * tree, KDD'10, 603-612; the distance: Campello, Moulavi and Sander (2013), PAKDD, definition 2.
 *
 * @param squaredCores m by place, finite
 */
export function spanMutualReachability(tree: SiteTree, squaredCores: Float64Array): SpanningTree {
  const count = squaredCores.length;
  const edges = Math.max(count - 1, 0);
  const span = {
    from: new Uint32Array(edges),
    to: new Uint32Array(edges),
    squares: new Float64Array(edges),
  };
  const components = new Uint32Array(count);
  const parents = new Uint32Array(count);
  for (let i = 0; i < count; i++) parents[i] = components[i] = i;
  const search = new ForeignSearch(tree, squaredCores, components);
  const shortest = new ShortestEdges(count);
  let found = 0;
  while (found < edges) {
    shortest.clear();
    shortest.keepCandidates(search, components);
    shortest.search(search, tree, components);
    for (let component = 0; component < count; component++) {
      if (components[component] !== component) continue;
      const from = shortest.from[component]!;
      const to = shortest.to[component]!;
      const a = findRoot(parents, from);
      const b = findRoot(parents, to);
      if (a === b) continue; // its shortest edge is the other's too, or one of a ring of equal ones
      parents[Math.max(a, b)] = Math.min(a, b);
      span.from[found] = from;
      span.to[found] = to;
      span.squares[found++] = shortest.squares[component]!;
    }
    for (let i = 0; i < count; i++) components[i] = findRoot(parents, i);
  }
  return span;
}

/** Of each component, by its number: that of its root in the union. */
class ShortestEdges {
  readonly squares: Float64Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;

  constructor(count: number) {
    this.squares = new Float64Array(count);
    this.from = new Uint32Array(count);
    this.to = new Uint32Array(count);
  }

  clear(): void {
    this.squares.fill(Infinity);
  }

  /** Takes over what was found in earlier rounds and is still foreign. */
  keepCandidates(search: ForeignSearch, components: Uint32Array): void {
    for (let place = 0; place < components.length; place++) {
      if (search.isCandidate(place)) this.offer(search, components, place);
    }
  }

  search(search: ForeignSearch, tree: SiteTree, components: Uint32Array): void {
    search.prepareRound();
    for (let leaf = 0; leaf + 1 < tree.starts.length; leaf++) {
      if (search.isOutOfReach(leaf, this.squares)) continue;
      for (let place = tree.starts[leaf]!; place < tree.starts[leaf + 1]!; place++) {
        const bound = this.squares[components[place]!]!;
        if (search.squares[place]! >= bound || search.isCandidate(place)) continue;
        if (search.find(place, leaf, bound * AHEAD)) this.offer(search, components, place);
      }
    }
  }

  /** An edge is one of both components that it joins. */
  private offer(search: ForeignSearch, components: Uint32Array, place: number): void {
    const nearest = search.nearest[place]!;
    const square = search.squares[place]!;
    this.take(components[place]!, square, place, nearest);
    this.take(components[nearest]!, square, place, nearest);
  }

  private take(component: number, square: number, from: number, to: number): void {
    if (square >= this.squares[component]!) return;
    this.squares[component] = square;
    this.from[component] = from;
    this.to[component] = to;
  }
}
