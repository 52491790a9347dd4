/** Searches the shortest paths from one node at a time; what it holds is of the last search. */
export interface PathSearch {
  /** @returns how many nodes were found, the root included */
  from(root: number): number;
  /** Nodes by distance, the root first. */
  readonly order: Int32Array;
  /**
   * By place in the order: the sum over the targets beyond the node of the share of their shortest
   * paths that passes it.
   */
  readonly dependencies: Float64Array;
}

export const TOO_MANY_PATHS =
  'two nodes differ by more than 2^1000 times in the number of shortest paths to them';
