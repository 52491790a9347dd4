/** The root of a tree of parents. Shortens the way for those who come next. */
export function findRoot(parents: Uint32Array, start: number): number {
  let root = start;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}
