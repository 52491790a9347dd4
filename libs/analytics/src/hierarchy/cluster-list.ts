/** A tree of clusters; each comes after the one that it split off. */
export interface ClusterTree {
  count: number;
  /** The cluster that each one split off; the root, which is the first, has itself. */
  parents: Uint32Array;
  /** Density 1 / distance at which each begins. */
  births: Float64Array;
  /** At which it splits or the last of its points leave it; may be Infinity. */
  deaths: Float64Array;
  weights: Float64Array;
  /** Sums of weight x (density at which it leaves - birth), without what leaves at an infinite one. */
  stabilities: Float64Array;
  /** Weight that leaves at an infinite density, and makes the stability infinite. */
  endless: Float64Array;
}

/** A ClusterTree that grows. */
export class ClusterList {
  private readonly parents: number[] = [];
  private readonly births: number[] = [];
  private readonly deaths: number[] = [];
  private readonly weights: number[] = [];
  private readonly stabilities: number[] = [];
  private readonly endless: number[] = [];

  /** @returns the number of the new cluster */
  begin({ parent, birth, weight }: { parent: number; birth: number; weight: number }): number {
    this.births.push(birth);
    this.deaths.push(birth);
    this.weights.push(weight);
    this.stabilities.push(0);
    this.endless.push(0);
    return this.parents.push(parent) - 1;
  }

  leave(cluster: number, weight: number, density: number): void {
    if (density > this.deaths[cluster]!) this.deaths[cluster] = density;
    if (density === Infinity) this.endless[cluster]! += weight;
    else this.stabilities[cluster]! += weight * (density - this.births[cluster]!);
  }

  toTree(): ClusterTree {
    return {
      count: this.parents.length,
      parents: Uint32Array.from(this.parents),
      births: Float64Array.from(this.births),
      deaths: Float64Array.from(this.deaths),
      weights: Float64Array.from(this.weights),
      stabilities: Float64Array.from(this.stabilities),
      endless: Float64Array.from(this.endless),
    };
  }
}
