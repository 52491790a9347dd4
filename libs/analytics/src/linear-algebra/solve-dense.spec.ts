import { solveDense } from './solve-dense.js';

it('solves for several right sides at once, exchanging rows', () => {
  const matrix = Float64Array.of(0, 2, 1, 1); // 2 y = 4, x + y = 5
  const rightSides = Float64Array.of(4, 2, 5, 0);

  solveDense(matrix, rightSides, 2);

  expect(Array.from(rightSides)).toEqual([3, -1, 2, 1]);
});

it('refuses a matrix without an inverse, and solves nothing for nothing', () => {
  expect(() => solveDense(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1), 2)).toThrow(
    RangeError,
  );
  expect(() => solveDense(new Float64Array(0), new Float64Array(0), 0)).not.toThrow();
});
