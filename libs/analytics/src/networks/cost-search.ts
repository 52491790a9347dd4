import type { PathCore } from './path-core.js';
import { TOO_MANY_PATHS, type PathSearch } from './path-search.js';

/** Lengths that differ by less, relatively, are the same: sums of 1 / weight are rounded. */
const TIE = 1e-12;

/** Shortest paths by the sum of costs (Dijkstra), with a binary heap. */
export class CostSearch implements PathSearch {
  readonly order: Int32Array;
  readonly dependencies: Float64Array;
  private readonly costs: Float64Array;
  /** By node. */
  private readonly distances: Float64Array;
  private readonly places: Int32Array;
  private readonly paths: Float64Array;
  private readonly shares: Float64Array;
  /** Nodes that are found and not settled, and where each of them is. */
  private readonly heap: Int32Array;
  private readonly heapPlaces: Int32Array;
  private heapSize = 0;

  constructor(
    private readonly core: PathCore & { costs: Float64Array },
    private readonly flows: Float64Array | null,
  ) {
    const size = core.nodes.length;
    this.costs = core.costs;
    this.order = new Int32Array(size);
    this.dependencies = new Float64Array(size);
    this.distances = new Float64Array(size).fill(Infinity);
    this.places = new Int32Array(size).fill(-1);
    this.paths = new Float64Array(size);
    this.shares = new Float64Array(size);
    this.heap = new Int32Array(size);
    this.heapPlaces = new Int32Array(size).fill(-1);
  }

  from(root: number): number {
    const found = this.settle(root);
    this.countPaths(found);
    this.shareOut(found, this.core.sources[root]!);
    for (let place = 0; place < found; place++) {
      const node = this.order[place]!;
      this.distances[node] = Infinity;
      this.places[node] = -1;
      this.paths[node] = 0;
    }
    return found;
  }

  private settle(root: number): number {
    const { order, places, distances, costs } = this;
    const { starts, targets } = this.core;
    let found = 0;
    this.approach(root, 0);
    while (this.heapSize > 0) {
      const node = this.takeNearest();
      places[node] = found;
      order[found++] = node;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const target = targets[arc]!;
        const distance = distances[node]! + costs[arc]!;
        if (places[target]! < 0 && distance < distances[target]!) this.approach(target, distance);
      }
    }
    return found;
  }

  private countPaths(found: number): void {
    const { order, paths } = this;
    const { starts, targets } = this.core;
    paths[order[0]!] = 1;
    for (let place = 0; place < found; place++) {
      const node = order[place]!;
      if (paths[node] === Infinity) throw new RangeError(TOO_MANY_PATHS);
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        if (this.isShortest(node, arc)) paths[targets[arc]!]! += paths[node]!;
      }
    }
  }

  private shareOut(found: number, times: number): void {
    const { order, paths, shares, dependencies, flows } = this;
    const { starts, targets, beyond } = this.core;
    for (let place = found - 1; place >= 0; place--) {
      const node = order[place]!;
      let sum = 0;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        if (!this.isShortest(node, arc)) continue;
        sum += shares[targets[arc]!]!;
        if (flows) flows[arc]! += times * paths[node]! * shares[targets[arc]!]!;
      }
      dependencies[place] = beyond[node]! + paths[node]! * sum;
      shares[node] = (1 + dependencies[place]!) / paths[node]!;
    }
  }

  /** Whether the arc ends a shortest path; the order of settling makes it certain that there is no cycle. */
  private isShortest(node: number, arc: number): boolean {
    const target = this.core.targets[arc]!;
    if (this.places[target]! <= this.places[node]!) return false;
    const distance = this.distances[node]! + this.costs[arc]!;
    return distance <= this.distances[target]! * (1 + TIE);
  }

  private approach(node: number, distance: number): void {
    const { distances, heap, heapPlaces } = this;
    distances[node] = distance;
    let place = heapPlaces[node]! < 0 ? this.heapSize++ : heapPlaces[node]!;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (distances[heap[parent]!]! <= distance) break;
      heap[place] = heap[parent]!;
      heapPlaces[heap[place]!] = place;
      place = parent;
    }
    heap[place] = node;
    heapPlaces[node] = place;
  }

  private takeNearest(): number {
    const { distances, heap, heapPlaces } = this;
    const nearest = heap[0]!;
    heapPlaces[nearest] = -1;
    const last = heap[--this.heapSize]!;
    if (this.heapSize === 0) return nearest;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.heapSize) break;
      const other = child + 1;
      if (other < this.heapSize && distances[heap[other]!]! < distances[heap[child]!]!)
        child = other;
      if (distances[heap[child]!]! >= distances[last]!) break;
      heap[place] = heap[child]!;
      heapPlaces[heap[place]!] = place;
      place = child;
    }
    heap[place] = last;
    heapPlaces[last] = place;
    return nearest;
  }
}
