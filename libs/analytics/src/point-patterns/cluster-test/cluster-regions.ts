import { dbscan, POINT_KINDS, type Clustering } from '../../clustering/dbscan.js';
import { gatherSites, type PointSelection } from '../pairs/site-subset.js';
import { visitWindows } from '../pairs/visit-windows.js';
import type { ClusterStudy } from './cluster-study.js';

export interface ClusterRule {
  eps: number;
  minPoints: number;
}

/** The clusters of some points, and what lies in their regions: within eps of their cores. */
export interface ClusterRegions {
  /** Of the points in the order of the selection. */
  clustering: Clustering;
  /** One for each cluster: points of the selection, and all. */
  cases: Float64Array;
  all: Float64Array;
}

const CORE = POINT_KINDS.indexOf('core');

/** @param selection instead of the references of the study */
export function clusterRegions(study: ClusterStudy, selection: PointSelection): ClusterRegions {
  const { population, whole, rule } = study;
  const { positions, weights } = selection;
  const siteOf = (i: number) => population.siteOf[positions[i]!]!;
  const clustering = dbscan(
    {
      xs: Float64Array.from(positions, (_, i) => population.xs[siteOf(i)]!),
      ys: Float64Array.from(positions, (_, i) => population.ys[siteOf(i)]!),
      weights,
    },
    rule,
  );
  const casesAt = new Float64Array(whole.sites.length);
  for (let i = 0; i < positions.length; i++) casesAt[siteOf(i)]!++;
  return { clustering, ...countRegions(study, { positions, clustering, casesAt }) };
}

interface FoundClusters {
  positions: Uint32Array;
  clustering: Clustering;
  casesAt: Float64Array;
}

function countRegions(
  { population, whole, rule }: ClusterStudy,
  { positions, clustering, casesAt }: FoundClusters,
): { cases: Float64Array; all: Float64Array } {
  const { kinds, labels, clusters } = clustering;
  const cases = new Float64Array(clusters);
  const all = new Float64Array(clusters);
  const firsts = new Int32Array(whole.sites.length).fill(-1);
  const others = new Set<number>(); // a place may be within reach of several clusters
  const add = (site: number, cluster: number) => {
    if (firsts[site] === cluster) return;
    if (firsts[site] === -1) firsts[site] = cluster;
    else {
      const key = site * clusters + cluster;
      if (others.has(key)) return;
      others.add(key);
    }
    cases[cluster]! += casesAt[site]!;
    all[cluster]! += whole.counts[site]!;
  };
  const isCore = (_: number, i: number) => kinds[i] === CORE;
  const cores = gatherSites(population, { positions: positions.filter(isCore), weights: null });
  const clusterOf = new Int32Array(cores.sites.length);
  labels.filter(isCore).forEach((label, core) => (clusterOf[cores.places[core]!] = label));
  clusterOf.forEach((cluster, core) => add(cores.sites[core]!, cluster));
  const squaredEps = rule.eps * rule.eps;
  visitWindows(cores, whole, {
    reach: rule.eps,
    from: 0,
    to: cores.sites.length,
    visit: (core, low, high) => {
      for (let site = low; site < high; site++) {
        const dx = whole.xs[site]! - cores.xs[core]!;
        const dy = whole.ys[site]! - cores.ys[core]!;
        if (dx * dx + dy * dy <= squaredEps) add(site, clusterOf[core]!);
      }
    },
  });
  return { cases, all };
}
