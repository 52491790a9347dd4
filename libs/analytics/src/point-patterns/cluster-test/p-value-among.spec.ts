import { pValueAmong } from './p-value-among.js';

const SIMULATED = Float64Array.of(3, 1, 2, 0, 5);

it('stops at the simulation with which enough are as large', () => {
  expect(pValueAmong(2, SIMULATED, 2)).toEqual({ p: 2 / 3, simulations: 3 });
});

it('counts the observed one among all where there never are enough', () => {
  expect(pValueAmong(4, SIMULATED, 2)).toEqual({ p: 2 / 6, simulations: 5 });
  expect(pValueAmong(2, SIMULATED, 0)).toEqual({ p: 4 / 6, simulations: 5 });
});
