import { orderOfSquares } from './sort-squares.js';
import type { SpanningTree } from './spanning-tree.js';
import { findRoot } from './union-find.js';

/**
 * The tree of components of a spanning tree: its m leaves are the places, with the numbers 0 to
 * m - 1, its k nodes the components that edges of equal length make at once, from m on.
 *
 * A node comes after all that it holds, and the root is the last. There is no pointer to children:
 * a loop over the numbers, upwards or downwards, meets all before or after their parents.
 */
export interface Dendrogram {
  /** m + k: the node that holds a leaf or node; the root holds itself. */
  parents: Uint32Array;
  /** k squares of the lengths at which the nodes are made; each above those of the nodes it holds. */
  squaredHeights: Float64Array;
  /** m + k sums. */
  weights: Float64Array;
}

/** O(m log m). */
export function buildDendrogram(span: SpanningTree, leafWeights: Float64Array): Dendrogram {
  const { nodes, parents, heights } = mergePairs(span, leafWeights.length);
  return joinEqualHeights({ nodes, parents, heights }, leafWeights);
}

interface Merges {
  nodes: number;
  /** Of leaves and nodes. */
  parents: Uint32Array;
  /** Squares, of the nodes alone. */
  heights: Float64Array;
}

/** Makes nodes in which those of equal height may hold each other. */
function mergePairs(span: SpanningTree, leaves: number): Merges {
  const { from, to, squares } = inOrder(span);
  const parents = new Uint32Array(2 * leaves);
  const heights = new Float64Array(leaves);
  for (let i = 0; i < parents.length; i++) parents[i] = i;
  const tops = parents.slice(); // a union, whose roots are the nodes without a parent so far
  let nodes = 0;
  for (let i = 0; i < squares.length; i++) {
    const height = squares[i]!;
    const a = findRoot(tops, from[i]!);
    const b = findRoot(tops, to[i]!);
    let node = Math.max(a, b); // the later one, if either is of this height
    if (node < leaves || heights[node - leaves] !== height) {
      node = leaves + nodes;
      heights[nodes++] = height;
    }
    parents[a] = tops[a] = node;
    parents[b] = tops[b] = node;
  }
  return { nodes, parents, heights };
}

/** The shortest edges first; copied, for reading in sequence what is needed one after the other. */
function inOrder({ from, to, squares }: SpanningTree): SpanningTree {
  const order = orderOfSquares(squares);
  const sorted = {
    from: new Uint32Array(order.length),
    to: new Uint32Array(order.length),
    squares: new Float64Array(order.length),
  };
  for (let i = 0; i < order.length; i++) sorted.from[i] = from[order[i]!]!;
  for (let i = 0; i < order.length; i++) sorted.to[i] = to[order[i]!]!;
  for (let i = 0; i < order.length; i++) sorted.squares[i] = squares[order[i]!]!;
  return sorted;
}

/** Leaves of each run of nodes of equal height that hold each other only the uppermost. */
function joinEqualHeights(
  { nodes, parents, heights }: Merges,
  leafWeights: Float64Array,
): Dendrogram {
  const leaves = leafWeights.length;
  const numbers = new Uint32Array(nodes); // of the nodes that stay
  let kept = 0;
  for (let node = 0; node < nodes; node++) {
    const parent = parents[leaves + node]! - leaves;
    if (parent === node || heights[parent] !== heights[node]) numbers[node] = kept++;
  }
  for (let node = nodes - 1; node >= 0; node--) {
    const parent = parents[leaves + node]! - leaves;
    if (parent !== node && heights[parent] === heights[node]) numbers[node] = numbers[parent]!;
  }
  const result = {
    parents: new Uint32Array(leaves + kept),
    squaredHeights: new Float64Array(kept),
    weights: new Float64Array(leaves + kept),
  };
  result.weights.set(leafWeights);
  const numberOf = (i: number) => (i < leaves ? i : leaves + numbers[i - leaves]!);
  for (let i = 0; i < leaves + nodes; i++) {
    if (i >= leaves) result.squaredHeights[numberOf(i) - leaves] = heights[i - leaves]!;
    const parent = numberOf(parents[i]!);
    if (i >= leaves && parent === numberOf(i) && parent !== leaves + kept - 1) continue;
    result.parents[numberOf(i)] = parent;
  }
  for (let i = 0; i < leaves + kept - 1; i++) {
    const parent = result.parents[i]!;
    if (parent !== i) result.weights[parent]! += result.weights[i]!;
  }
  return result;
}
