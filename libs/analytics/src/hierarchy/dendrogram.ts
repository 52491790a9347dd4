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
function mergePairs({ from, to, squares }: SpanningTree, leaves: number): Merges {
  const order = orderOfSquares(squares);
  const union = new Uint32Array(leaves);
  const tops = new Uint32Array(leaves); // of the components by their root in the union
  const parents = new Uint32Array(2 * leaves);
  const heights = new Float64Array(leaves);
  for (let i = 0; i < leaves; i++) union[i] = tops[i] = parents[i] = i;
  let nodes = 0;
  for (let i = 0; i < order.length; i++) {
    const edge = order[i]!;
    const height = squares[edge]!;
    const a = findRoot(union, from[edge]!);
    const b = findRoot(union, to[edge]!);
    const isNodeOfHeight = (top: number) => top >= leaves && heights[top - leaves] === height;
    let node = Math.max(tops[a]!, tops[b]!); // the later one, if either is of this height
    if (!isNodeOfHeight(node)) {
      node = leaves + nodes;
      parents[node] = node;
      heights[nodes++] = height;
    }
    parents[tops[a]!] = node;
    parents[tops[b]!] = node;
    union[Math.max(a, b)] = Math.min(a, b);
    tops[Math.min(a, b)] = node;
  }
  return { nodes, parents, heights };
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
