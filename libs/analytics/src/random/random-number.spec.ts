import { randomNumber } from './random-number.js';

// known answers of Philox-2x32-10 in Random123 1.14, tests/kat_vectors: counter, key, result
it.each([
  [0x00000000, 0x00000000, 0x00000000, 0xff1dae59, 0x6cd10df2],
  [0xffffffff, 0xffffffff, 0xffffffff, 0x2c3f628b, 0xab4fd7ad],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0xdd7ce038, 0xf62a4c12],
])('draws %i of simulation %i with the seed %i as published', (draw, simulation, seed, a, b) => {
  const number = randomNumber({ seed, simulation, draw });

  expect(number).toBe(((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53);
});

it('is uniform: 10,000 draws have the mean and the variance of the unit interval', () => {
  const numbers = Array.from({ length: 10_000 }, (_, draw) =>
    randomNumber({ seed: 1, simulation: 2, draw }),
  );

  const mean = numbers.reduce((sum, number) => sum + number, 0) / 10_000;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / 10_000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.01); // 3.5 standard errors
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.003);
});
