import { fillRandomNumbers } from '../random/random-numbers.js';

export interface DrawTableOptions {
  seed: number;
  /** Simulations `from` up to, without, `to`. */
  from: number;
  to: number;
}

/**
 * Draws of distinct places, shared by all statistics: row p holds those of simulation `from + p`, and
 * the first k of a row are k draws in random order, for each k.
 *
 * A simulation draws the same in whatever table it stands. Linear in the table.
 *
 * Source: Fisher and Yates's shuffle, as in Knuth (1998), The Art of Computer Programming, vol. 2,
 * 3.4.2, algorithm P, of which only the places that were touched are kept.
 *
 * @param size of the population, from 0
 * @param width draws of each simulation, at most `size`
 */
export function drawTable(
  { size, width }: { size: number; width: number },
  { seed, from, to }: DrawTableOptions,
): Uint32Array {
  const table = new Uint32Array((to - from) * width);
  const moved = new Uint32Array(size);
  const movedIn = new Uint32Array(size); // the row that moved it, from 1
  const numbers = new Float64Array(width);
  for (let row = 0; row < to - from; row++) {
    fillRandomNumbers(numbers, { seed, simulation: from + row, draw: 0 });
    for (let draw = 0; draw < width; draw++) {
      const other = draw + Math.floor(numbers[draw]! * (size - draw));
      table[row * width + draw] = movedIn[other] === row + 1 ? moved[other]! : other;
      moved[other] = movedIn[draw] === row + 1 ? moved[draw]! : draw;
      movedIn[other] = row + 1;
    }
  }
  return table;
}
