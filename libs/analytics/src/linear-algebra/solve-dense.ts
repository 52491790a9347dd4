/** A pivot smaller than this, by the largest element, is no pivot: the matrix has no inverse. */
const SMALLEST_PIVOT = 1e-13;

/**
 * Solves M X = R by Gaussian elimination with partial pivoting.
 *
 * Cost: n^3 / 3 + columns n^2.
 *
 * @param matrix n x n, row by row; overwritten
 * @param rightSides n x columns, row by row; becomes X
 * @throws {RangeError} if the matrix has no inverse
 */
export function solveDense(matrix: Float64Array, rightSides: Float64Array, n: number): void {
  const columns = n === 0 ? 0 : rightSides.length / n;
  let largest = 0;
  for (const element of matrix) largest = Math.max(largest, Math.abs(element));
  for (let step = 0; step < n; step++) {
    const pivotRow = findPivot(matrix, n, step);
    const pivot = matrix[pivotRow * n + step]!;
    if (!(Math.abs(pivot) > SMALLEST_PIVOT * largest)) {
      throw new RangeError('the matrix has no inverse');
    }
    swapRows(matrix, n, [step, pivotRow]);
    swapRows(rightSides, columns, [step, pivotRow]);
    for (let row = step + 1; row < n; row++) {
      const times = matrix[row * n + step]! / pivot;
      if (times === 0) continue;
      for (let j = step + 1; j < n; j++) matrix[row * n + j]! -= times * matrix[step * n + j]!;
      for (let j = 0; j < columns; j++) {
        rightSides[row * columns + j]! -= times * rightSides[step * columns + j]!;
      }
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let later = row + 1; later < n; later++) {
      const times = matrix[row * n + later]!;
      if (times === 0) continue;
      for (let j = 0; j < columns; j++) {
        rightSides[row * columns + j]! -= times * rightSides[later * columns + j]!;
      }
    }
    for (let j = 0; j < columns; j++) rightSides[row * columns + j]! /= matrix[row * n + row]!;
  }
}

function findPivot(matrix: Float64Array, n: number, step: number): number {
  let best = step;
  for (let row = step + 1; row < n; row++) {
    if (Math.abs(matrix[row * n + step]!) > Math.abs(matrix[best * n + step]!)) best = row;
  }
  return best;
}

function swapRows(matrix: Float64Array, columns: number, [a, b]: readonly [number, number]): void {
  if (a === b) return;
  for (let j = 0; j < columns; j++) {
    const kept = matrix[a * columns + j]!;
    matrix[a * columns + j] = matrix[b * columns + j]!;
    matrix[b * columns + j] = kept;
  }
}
