import { randomNumber } from './random-number.js';
import { fillRandomNumbers } from './random-numbers.js';

it.each([
  { seed: 0, simulation: 0, draw: 0 },
  { seed: 4294967295, simulation: 4294967295, draw: 4294967000 },
  { seed: 2752857619, simulation: 319706314, draw: 608135816 },
])('fills an array with the numbers from %j on', (place) => {
  const numbers = new Float64Array(295);

  fillRandomNumbers(numbers, place);

  numbers.forEach((number, i) => {
    expect(number).toBe(randomNumber({ ...place, draw: place.draw + i }));
  });
});
