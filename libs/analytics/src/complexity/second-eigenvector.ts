import { randomNumber } from '../random/random-number.js';
import { symmetricEigen } from './symmetric-eigen.js';

/** A symmetric matrix without negative eigenvalues, as what it does to a vector. */
export interface SymmetricOperator {
  size: number;
  apply: (vector: Float64Array) => Float64Array;
  /** Its eigenvector of the largest eigenvalue, of length 1. */
  first: Float64Array;
}

export interface SecondEigenvector {
  vector: Float64Array;
  value: number;
  /** The third eigenvalue: where it equals the second, the vector is not definite. */
  next: number;
}

/** Iterated together, so that eigenvalues that lie close do not slow the first of them. */
const BLOCK = 8;
const MOST_STEPS = 5_000;
/** Of the length of the residual, beside an eigenvalue of at most 1. */
const TOLERANCE = 1e-14;

/**
 * The eigenvector of the second largest eigenvalue, up to its sign.
 *
 * Source: Golub and Van Loan (2013), Matrix computations, 8.2.4: orthogonal iteration with Ritz
 * acceleration, the first vector being known and left out.
 *
 * @returns null where the operator has no second eigenvalue above 1e-12 of the first
 */
export function secondEigenvector(operator: SymmetricOperator): SecondEigenvector | null {
  const { size, first } = operator;
  const width = Math.min(BLOCK, size - 1);
  if (width < 1) return null;
  let block: Float64Array[] = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: size }, (_, draw) => {
      return randomNumber({ seed: 0, simulation: column, draw }) - 0.5;
    }),
  );
  let found: SecondEigenvector | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    orthonormalise(block, first);
    const images = block.map((vector) => operator.apply(vector));
    const { vectors, values } = ritz(block, images);
    const image = combine(images, vectors, 0);
    const vector = combine(block, vectors, 0);
    found = { vector, value: values[0]!, next: values[1] ?? 0 };
    if (residual(image, vector, found.value) <= TOLERANCE) break;
    block = block.map((_, column) => combine(images, vectors, column));
  }
  return found && found.value > 1e-12 ? found : null;
}

/** Against `first` and one another, twice, which is enough; what is left of nothing is set to 0. */
function orthonormalise(block: Float64Array[], first: Float64Array): void {
  block.forEach((vector, column) => {
    for (let round = 0; round < 2; round++) {
      const length = Math.sqrt(dot(vector, vector));
      for (const other of [first, ...block.slice(0, column)]) {
        addTimes(vector, other, -dot(vector, other));
      }
      const left = Math.sqrt(dot(vector, vector));
      const scale = left > 1e-10 * length ? 1 / left : 0;
      for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
    }
  });
}

function ritz(block: Float64Array[], images: Float64Array[]) {
  const width = block.length;
  const projected = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const entry = (dot(block[i]!, images[j]!) + dot(block[j]!, images[i]!)) / 2;
      projected[i * width + j] = entry;
    }
  }
  return symmetricEigen(projected, width);
}

/** The sum of the vectors in the proportions of a row of `vectors`. */
function combine(block: Float64Array[], vectors: Float64Array, row: number): Float64Array {
  const sum = new Float64Array(block[0]!.length);
  block.forEach((vector, i) => addTimes(sum, vector, vectors[row * block.length + i]!));
  return sum;
}

function residual(image: Float64Array, vector: Float64Array, value: number): number {
  let sum = 0;
  for (let i = 0; i < image.length; i++) sum += (image[i]! - value * vector[i]!) ** 2;
  return Math.sqrt(sum);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addTimes(sum: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * vector[i]!;
}
