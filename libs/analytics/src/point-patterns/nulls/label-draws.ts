import type { Population } from '../pairs/population.js';
import type { PointSelection } from '../pairs/site-subset.js';
import { selectPositions } from './labels.js';
import { OrderedSampler } from './ordered-sampler.js';

/**
 * What would be by chance:
 * - `random-location`: all points change places, and keep their kind and weight;
 * - `random-labelling`: the kinds change places, the weights stay;
 * - `population-independence`: the references stay where they are, all others change places.
 *
 * A place is that of one point: addresses that many share remain addresses that many share.
 */
export type NullModel = 'random-location' | 'random-labelling' | 'population-independence';

export interface Labels {
  /** Of each kind as given, the references first. */
  groups: PointSelection[];
  /** Everything; null: as the population stands. */
  all: PointSelection | null;
}

interface LabelDrawOptions {
  nullModel: NullModel;
  seed: number;
  /** Whether `all` is asked for. */
  movesAll: boolean;
}

/** Draws the labels of simulations. */
export class LabelDraws {
  private readonly sampler: OrderedSampler;
  private readonly fixed: PointSelection[];
  private readonly moving: PointSelection[];
  /** Weights of the points of no kind that move too. */
  private readonly others: Float64Array | null;

  constructor(
    private readonly population: Population,
    groups: readonly PointSelection[],
    private readonly options: LabelDrawOptions,
  ) {
    const fixedCount = options.nullModel === 'population-independence' ? 1 : 0;
    this.fixed = groups.slice(0, fixedCount);
    this.moving = groups.slice(fixedCount);
    this.sampler = new OrderedSampler(remaining(population, this.fixed), options.seed);
    const { weights } = population;
    const isMoved = options.movesAll && options.nullModel !== 'random-labelling';
    this.others =
      weights && isMoved
        ? selectPositions(population, remaining(population, groups)).weights
        : null;
  }

  draw(simulation: number): Labels {
    const { population, fixed, moving, others, options } = this;
    const ends = moving.map(({ positions }) => positions.length);
    for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
    const labelled = ends[ends.length - 1] ?? 0;
    const sample = this.sampler.sample(simulation, labelled + (others?.length ?? 0));
    const groups = moving.map(({ weights }, i) => {
      const positions = sample.slice(ends[i - 1] ?? 0, ends[i]);
      return options.nullModel === 'random-labelling'
        ? selectPositions(population, positions)
        : { positions, weights };
    });
    const all = others && [
      ...fixed,
      ...groups,
      { positions: sample.slice(labelled), weights: others },
    ];
    return { groups: [...fixed, ...groups], all: all && join(all) };
  }
}

/** The positions that no group has. */
function remaining(population: Population, groups: readonly PointSelection[]): Uint32Array {
  const taken = new Uint8Array(population.siteOf.length);
  for (const { positions } of groups) {
    for (let i = 0; i < positions.length; i++) taken[positions[i]!] = 1;
  }
  const positions = new Uint32Array(taken.length);
  let count = 0;
  for (let position = 0; position < taken.length; position++) {
    if (taken[position] === 0) positions[count++] = position;
  }
  return positions.slice(0, count);
}

function join(selections: readonly PointSelection[]): PointSelection {
  const length = selections.reduce((sum, { positions }) => sum + positions.length, 0);
  const joined = { positions: new Uint32Array(length), weights: new Float64Array(length) };
  let at = 0;
  for (const { positions, weights } of selections) {
    joined.positions.set(positions, at);
    joined.weights.set(weights!, at);
    at += positions.length;
  }
  return joined;
}
