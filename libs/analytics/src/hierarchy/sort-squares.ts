import { radixOrder } from '../sorting/radix-order.js';

/** The order of numbers from 0 up, ascending, of equal ones by their place. Linear. */
export function orderOfSquares(squares: Float64Array): Uint32Array {
  const low = new Uint32Array(squares.length);
  const high = new Uint32Array(squares.length);
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer); // the bits of doubles from 0 up are in their order
  double[0] = 1;
  const isLittleEndian = words[1] !== 0;
  const lowWord = isLittleEndian ? 0 : 1;
  for (let i = 0; i < squares.length; i++) {
    double[0] = squares[i]!;
    low[i] = words[lowWord]!;
    high[i] = words[1 - lowWord]!;
  }
  return radixOrder([low, high]);
}
