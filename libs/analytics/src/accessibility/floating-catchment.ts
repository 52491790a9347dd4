import { decayAt, decayReach, type DistanceDecay } from '@cluster-atlas/geo';
import { buildSiteRows, rowHeightFor, sitesAround, type SiteRows } from '../density/site-rows.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';

export interface FloatingCatchmentOptions {
  /** Metres beyond which nobody goes; a distance of exactly this is within it. */
  reach: number;
  /** How willing people are to go so far. Default: equally, within reach (the basic method). */
  decay?: DistanceDecay;
  /** Demand is shared out among what is in reach, so that it is not counted at each (3SFCA). */
  selection?: boolean;
}

export interface Accessibility {
  /** n of the demand: supply per unit of demand that is within reach, weighed by distance. */
  access: Float64Array;
  /** m of the supply: its weight per unit of demand in reach; NaN where none is, to be told as null. */
  ratios: Float64Array;
}

/**
 * How well places of demand are supplied by places of supply that others use too.
 *
 * Step one divides each supply by the demand within reach, step two adds up these ratios around each
 * demand; both weigh by distance. What is handed out adds up to the supply that is in reach of anyone.
 * Nothing depends on the order of points. Cost: demand sites times the supply sites within reach.
 *
 * Source: Luo and Wang (2003), Measures of spatial accessibility to health care in a GIS environment,
 * Environment and Planning B 30, 865-884 (2SFCA); Luo and Qi (2009), Health & Place 15, 1100-1107
 * (E2SFCA, weighed by distance); Wan, Zou and Sternberg (2012), IJGIS 26, 1073-1089 (3SFCA).
 *
 * @throws {RangeError} if the reach is not positive, or as `collapseSites`
 */
export function floatingCatchment(
  demand: WeightedPoints,
  supply: WeightedPoints,
  options: FloatingCatchmentOptions,
): Accessibility {
  const { reach } = options;
  if (!(reach > 0 && reach < Infinity)) throw new RangeError(`The reach is ${reach}, not positive`);
  const decay = options.decay ?? { form: 'step', radius: reach };
  const demands = buildSiteRows(demand, rowHeightFor(reach, demand));
  const supplies = buildSiteRows(supply, rowHeightFor(reach, supply));
  const pulls = new Pulls(supplies, { ...options, decay });
  const used = new Float64Array(supplies.xs.length);
  for (let i = 0; i < demands.xs.length; i++) {
    pulls.around(demands.xs[i]!, demands.ys[i]!);
    for (let k = 0; k < pulls.count; k++) {
      used[pulls.sites[k]!]! += demands.weights[i]! * pulls.weights[k]!;
    }
  }
  const access = new Float64Array(demands.xs.length);
  for (let i = 0; i < demands.xs.length; i++) {
    pulls.around(demands.xs[i]!, demands.ys[i]!);
    for (let k = 0; k < pulls.count; k++) {
      const site = pulls.sites[k]!;
      if (used[site]! > 0)
        access[i]! += (supplies.weights[site]! / used[site]!) * pulls.weights[k]!;
    }
  }
  return {
    access: Float64Array.from(demands.siteOf, (site) => access[site]!),
    ratios: Float64Array.from(supplies.siteOf, (site, point) => {
      const weight = supply.weights ? supply.weights[point]! : 1;
      return used[site]! > 0 ? weight / used[site]! : NaN;
    }),
  };
}

/** The supply sites within reach of a place, and how strongly each pulls. */
class Pulls {
  count = 0;
  readonly sites: number[] = [];
  readonly weights: number[] = [];
  /** How many supplies each site has. */
  private readonly counts: Float64Array;

  constructor(
    private readonly supplies: SiteRows,
    private readonly options: FloatingCatchmentOptions & { decay: DistanceDecay },
  ) {
    this.counts = new Float64Array(supplies.xs.length);
    for (const site of supplies.siteOf) this.counts[site]!++;
  }

  around(x: number, y: number): void {
    const { decay, reach, selection } = this.options;
    this.count = 0;
    let sum = 0;
    sitesAround(
      this.supplies,
      { x, y, reach: Math.min(reach, decayReach(decay)) },
      (site, squared) => {
        const weight = decayAt(decay, Math.sqrt(squared));
        this.sites[this.count] = site;
        this.weights[this.count++] = weight;
        sum += this.counts[site]! * weight;
      },
    );
    if (!selection || sum === 0) return;
    for (let k = 0; k < this.count; k++) this.weights[k]! *= this.weights[k]! / sum;
  }
}
