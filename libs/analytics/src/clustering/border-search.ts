import { NOISE, type ClusteredCells } from './connect-cells.js';
import type { CoreBoxes } from './core-boxes.js';
import { isBefore, NEIGHBOUR_ROWS, type SiteGrid } from './site-grid.js';

/** Which of several clusters in reach a border point joins; `star` has no border points. */
export type LabelPolicy = 'sklearn' | 'postgis' | 'nearest' | 'star';

/** Finds the clusters of sites that are no cores. */
export class BorderSearch {
  /** Cells with cores in the reach of the visited cell, itself first. */
  private readonly candidates = new Uint32Array(25);
  private candidateCount = 0;
  private isOneCluster = false;
  /** c + 1: how many cells before each have cores. */
  private readonly coreCells: Uint32Array;

  constructor(
    private readonly grid: SiteGrid,
    private readonly found: ClusteredCells & {
      cores: Uint32Array;
      boxes: CoreBoxes;
      squaredEps: number;
    },
    private readonly policy: LabelPolicy,
  ) {
    const { clusterOf } = found;
    this.coreCells = new Uint32Array(clusterOf.length + 1);
    for (let cell = 0; cell < clusterOf.length; cell++) {
      this.coreCells[cell + 1] = this.coreCells[cell]! + Number(clusterOf[cell] !== NOISE);
    }
  }

  visit(cell: number): void {
    this.candidateCount = 0;
    this.isOneCluster = true;
    this.addCandidate(cell);
    const { neighbours, neighbourCounts } = this.grid;
    for (let run = NEIGHBOUR_ROWS * cell; run < NEIGHBOUR_ROWS * (cell + 1); run++) {
      const from = neighbours[run]!;
      const to = from + neighbourCounts[run]!;
      if (this.coreCells[to] === this.coreCells[from]) continue;
      for (let other = from; other < to; other++) {
        if (other !== cell) this.addCandidate(other);
      }
    }
  }

  /** @returns the cluster of a site of the visited cell, or NOISE */
  clusterAt(place: number): number {
    if (this.policy === 'star' || this.candidateCount === 0) return NOISE;
    if (this.policy === 'sklearn' || this.isOneCluster) return this.smallestCluster(place);
    return this.policy === 'nearest' ? this.nearestCluster(place) : this.firstCluster(place);
  }

  private addCandidate(cell: number): void {
    const { clusterOf } = this.found;
    if (clusterOf[cell] === NOISE) return;
    this.candidates[this.candidateCount++] = cell;
    this.isOneCluster &&= clusterOf[cell] === clusterOf[this.candidates[0]!];
  }

  private smallestCluster(place: number): number {
    const { clusterOf } = this.found;
    let smallest = NOISE;
    for (let i = 0; i < this.candidateCount; i++) {
      const cell = this.candidates[i]!;
      if (smallest !== NOISE && clusterOf[cell]! >= smallest) continue;
      if (this.hasCoreWithin(cell, place)) smallest = clusterOf[cell]!;
    }
    return smallest;
  }

  private nearestCluster(place: number): number {
    const { grid, found } = this;
    const x = grid.xs[place]!;
    const y = grid.ys[place]!;
    let nearest = NOISE;
    let shortest = found.squaredEps;
    for (let i = 0; i < this.candidateCount; i++) {
      const cell = this.candidates[i]!;
      const cluster = found.clusterOf[cell]!;
      if (found.boxes.squaredGapTo(cell, x, y) > shortest) continue;
      const from = grid.starts[cell]!;
      for (let core = from; core < from + found.cores[cell]!; core++) {
        const dx = grid.xs[core]! - x;
        const dy = grid.ys[core]! - y;
        const squared = dx * dx + dy * dy;
        if (squared > shortest) continue;
        if (squared === shortest && nearest !== NOISE && nearest <= cluster) continue;
        shortest = squared;
        nearest = cluster;
      }
    }
    return nearest;
  }

  /** Of the core that is first by x, then y. */
  private firstCluster(place: number): number {
    const { grid, found } = this;
    const { xs, ys } = grid;
    const x = xs[place]!;
    const y = ys[place]!;
    let cluster = NOISE;
    let first = NOISE;
    for (let i = 0; i < this.candidateCount; i++) {
      const cell = this.candidates[i]!;
      if (found.boxes.squaredGapTo(cell, x, y) > found.squaredEps) continue;
      const from = grid.starts[cell]!;
      for (let core = from; core < from + found.cores[cell]!; core++) {
        if (first !== NOISE && !isBefore(grid, core, first)) continue;
        const dx = xs[core]! - x;
        const dy = ys[core]! - y;
        if (dx * dx + dy * dy > found.squaredEps) continue;
        first = core;
        cluster = found.clusterOf[cell]!;
      }
    }
    return cluster;
  }

  private hasCoreWithin(cell: number, place: number): boolean {
    const { grid, found } = this;
    const x = grid.xs[place]!;
    const y = grid.ys[place]!;
    if (found.boxes.squaredGapTo(cell, x, y) > found.squaredEps) return false;
    const from = grid.starts[cell]!;
    for (let i = from; i < from + found.cores[cell]!; i++) {
      const dx = grid.xs[i]! - x;
      const dy = grid.ys[i]! - y;
      if (dx * dx + dy * dy <= found.squaredEps) return true;
    }
    return false;
  }
}
