import { clusterPoints, type DensityClusters } from '../../density-clusters/cluster-points.js';
import { buildSiteTree } from '../../hierarchy/site-tree.js';
import { visitWithin } from '../../hierarchy/visit-within.js';
import type { Population } from '../pairs/population.js';
import type { PointSelection } from '../pairs/site-subset.js';
import type { ClusterStudy } from './cluster-study.js';
import { clusterWindows } from './cluster-windows.js';
import { likelihoodRatio } from './likelihood-ratio.js';

/** What lies within reach of a cluster. */
export interface ClusterRegion {
  /** Points of the selection, and all. */
  cases: number;
  all: number;
  /** Of the window that stands out most. */
  logLikelihoodRatio: number;
}

/** The clusters of some points, and how much they stand out. */
export interface ClusterRegions {
  /** Of the points in the order of the selection. */
  clustering: DensityClusters;
  regions: ClusterRegion[];
}

/** @param selection instead of the references of the study */
export function clusterRegions(study: ClusterStudy, selection: PointSelection): ClusterRegions {
  const { population, tree, method } = study;
  const { positions, weights } = selection;
  const sites = positions.map((position) => population.siteOf[position]!);
  const clustering = clusterPoints({ ...placesOf(population, sites), weights }, method);
  const casesAt = new Float64Array(population.xs.length);
  for (const site of sites) casesAt[site]!++;
  const totals = { totalCases: positions.length, total: population.members.length };
  const regions: ClusterRegion[] = [];
  for (const { cluster, cores, reach } of clusterWindows(clustering, sites, method)) {
    const places = placesOf(population, cores);
    const near = buildSiteTree({ ...places, weights: new Float64Array(cores.length) });
    let [cases, all] = [0, 0];
    visitWithin(tree, near, {
      reach,
      visit: (place) => {
        cases += casesAt[tree.sites[place]!]!;
        all += tree.weights[place]!;
      },
    });
    const logLikelihoodRatio = likelihoodRatio({ cases, all, ...totals });
    const region = (regions[cluster] ??= { cases, all, logLikelihoodRatio }); // first all of it
    if (logLikelihoodRatio > region.logLikelihoodRatio) {
      region.logLikelihoodRatio = logLikelihoodRatio;
    }
  }
  return { clustering, regions };
}

function placesOf({ xs, ys }: Population, sites: Uint32Array) {
  return {
    xs: Float64Array.from(sites, (site) => xs[site]!),
    ys: Float64Array.from(sites, (site) => ys[site]!),
  };
}
