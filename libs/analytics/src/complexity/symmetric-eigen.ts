/** The largest eigenvalue first. */
export interface Eigen {
  values: Float64Array;
  /** n x n, one vector a row, of length 1. */
  vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and vectors of a small symmetric matrix.
 *
 * Source: Golub and Van Loan (2013), Matrix computations, 8.5.4: Jacobi's method by rows.
 *
 * @param matrix n x n, which is left as it is
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, { n, p, q });
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => a[j * n + j]! - a[i * n + i]!,
  );
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]!),
    vectors: Float64Array.from({ length: n * n }, (_, at) => {
      const row = order[Math.floor(at / n)]!;
      return vectors[row * n + (at % n)]!;
    }),
  };
}

/** Sets a[p][q] to 0. */
function rotate(
  a: Float64Array,
  vectors: Float64Array,
  { n, p, q }: { n: number; p: number; q: number },
): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (let k = 0; k < n; k++) {
    const [akp, akq] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = cosine * akp - sine * akq;
    a[k * n + q] = sine * akp + cosine * akq;
  }
  for (let k = 0; k < n; k++) {
    const [apk, aqk] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = cosine * apk - sine * aqk;
    a[q * n + k] = sine * apk + cosine * aqk;
    const [vpk, vqk] = [vectors[p * n + k]!, vectors[q * n + k]!];
    vectors[p * n + k] = cosine * vpk - sine * vqk;
    vectors[q * n + k] = sine * vpk + cosine * vqk;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) sum += a[p * n + q]! ** 2;
  return sum;
}
