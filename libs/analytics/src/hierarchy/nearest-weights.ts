/**
 * The nearest of the weights offered that reach a sum: a heap with the farthest on top.
 *
 * Source: Williams (1964), Algorithm 232: Heapsort, CACM 7, 347-348.
 */
export class NearestWeights {
  /** Square of the distance within which the sum is reached; Infinity before it is. */
  squaredReach = Infinity;
  private squares = new Float64Array(64);
  private weights = new Float64Array(64);
  private size = 0;
  private total = 0;

  /** @param sum above 0 */
  constructor(private readonly sum: number) {}

  clear(): void {
    this.squaredReach = Infinity;
    this.size = 0;
    this.total = 0;
  }

  /**
   * @param square less than `squaredReach`
   * @returns `squaredReach`
   */
  add(square: number, weight: number): number {
    if (weight === 0) return this.squaredReach;
    this.total += weight;
    const isInside = this.size > 0 && square < this.squares[0]!;
    if (isInside && this.total - this.weights[0]! >= this.sum) {
      this.total -= this.weights[0]!;
      this.sink(square, weight);
      while (this.total - this.weights[0]! >= this.sum) this.dropFarthest();
    } else {
      this.rise(square, weight);
    }
    if (this.total >= this.sum) this.squaredReach = this.squares[0]!;
    return this.squaredReach;
  }

  /** The latter where rounding keeps the sum of all just below what it is in another order. */
  squaredReachOrFarthest(): number {
    return this.squaredReach < Infinity ? this.squaredReach : this.squares[0]!;
  }

  private dropFarthest(): void {
    this.total -= this.weights[0]!;
    this.size--;
    this.sink(this.squares[this.size]!, this.weights[this.size]!);
  }

  /** Puts a value in the place of the top. */
  private sink(square: number, weight: number): void {
    const { squares, weights, size } = this;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && squares[child + 1]! > squares[child]!) child++;
      if (squares[child]! <= square) break;
      squares[at] = squares[child]!;
      weights[at] = weights[child]!;
      at = child;
    }
    squares[at] = square;
    weights[at] = weight;
  }

  private rise(square: number, weight: number): void {
    if (this.size === this.squares.length) this.grow();
    const { squares, weights } = this;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (squares[above]! >= square) break;
      squares[at] = squares[above]!;
      weights[at] = weights[above]!;
      at = above;
    }
    squares[at] = square;
    weights[at] = weight;
  }

  private grow(): void {
    const { squares, weights } = this;
    this.squares = new Float64Array(2 * squares.length);
    this.weights = new Float64Array(2 * weights.length);
    this.squares.set(squares);
    this.weights.set(weights);
  }
}
