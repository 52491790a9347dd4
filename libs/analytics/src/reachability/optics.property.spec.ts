import fc from 'fast-check';
import { dbscan } from '../clustering/dbscan.js';
import { cutOrder } from './cut-order.js';
import { optics, type OpticsOptions } from './optics.js';
import { pointReachability } from './point-reachability.js';
import { xiClusters } from './xi-clusters.js';

interface Places {
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array;
}

/** A small lattice: ties and shared places abound. */
const PLACES = fc
  .array(fc.tuple(fc.nat(14), fc.nat(9), fc.integer({ min: 1, max: 3 })), { maxLength: 60 })
  .map((rows) => ({
    xs: Float64Array.from(rows, ([x]) => x),
    ys: Float64Array.from(rows, ([, y]) => y),
    weights: Float64Array.from(rows, ([, , weight]) => weight),
  }));
const OPTIONS = fc.record({
  minPoints: fc.integer({ min: 1, max: 7 }),
  maxEps: fc.constantFrom(Infinity, 1, 2, 3.5),
});

const plain = (column: ArrayLike<number>) => Array.from(column);
const pick = ({ xs, ys, weights }: Places, order: readonly number[]): Places => ({
  xs: Float64Array.from(order, (i) => xs[i]!),
  ys: Float64Array.from(order, (i) => ys[i]!),
  weights: Float64Array.from(order, (i) => weights[i]!),
});

/** Each step looks at all: nothing in common with trees and heaps. */
function everyPair({ xs, ys, weights }: Places, { minPoints, maxEps = Infinity }: OpticsOptions) {
  const byPlace = plain(xs.map((_, i) => i)).sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]!);
  const isFirst = (i: number, k: number) =>
    k === 0 || xs[i] !== xs[byPlace[k - 1]!] || ys[i] !== ys[byPlace[k - 1]!];
  const sites = byPlace.filter(isFirst);
  const distance = (i: number, j: number) =>
    Math.sqrt((xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2);
  const cores = sites.map((i) => {
    const others = [...byPlace].sort((a, b) => distance(i, a) - distance(i, b));
    let sum = 0;
    const last = others.find((j) => (sum += weights[j]!) >= minPoints);
    const core = last === undefined ? Infinity : distance(i, last);
    return core <= maxEps ? core : Infinity;
  });
  const open = new Set(sites.keys());
  const reach = sites.map(() => Infinity);
  const found: { site: number; reachability: number; core: number }[] = [];
  while (open.size > 0) {
    const next = [...open].reduce((a, b) =>
      reach[b]! < reach[a]! || (reach[b] === reach[a] && b < a) ? b : a,
    );
    open.delete(next);
    found.push({ site: next, reachability: reach[next]!, core: cores[next]! });
    if (cores[next] === Infinity) continue;
    for (const site of open) {
      const apart = distance(sites[next]!, sites[site]!);
      if (apart <= maxEps) reach[site] = Math.min(reach[site]!, Math.max(apart, cores[next]!));
    }
  }
  return found;
}

it('orders as the definition does on every pair of sites', () => {
  const property = fc.property(PLACES, OPTIONS, (places, options) => {
    const { sites, reachabilities, coreDistances, predecessors } = optics(places, options);

    const expected = everyPair(places, options);
    expect(plain(sites)).toEqual(expected.map(({ site }) => site));
    expect(plain(reachabilities)).toEqual(expected.map(({ reachability }) => reachability));
    expect(plain(coreDistances)).toEqual(expected.map(({ core }) => core));
    predecessors.forEach((from, at) => {
      expect(from).toBeLessThan(at);
      expect(from >= 0).toBe(reachabilities[at]! < Infinity);
      if (from >= 0) expect(coreDistances[from]).toBeLessThanOrEqual(reachabilities[at]!);
    });
  });
  fc.assert(property, { seed: 1, numRuns: 400 });
});

it('is the same for shuffled points, and takes a weight for as many points at one place', () => {
  const property = fc.property(PLACES, OPTIONS, fc.nat(), (places, options, k) => {
    const copies = plain(places.weights).flatMap((weight, i) => Array<number>(weight).fill(i));
    const shuffled = copies.sort((a, b) => ((a * 7919 + k) % 101) - ((b * 7919 + k) % 101));
    const order = optics(places, options);
    const straight = xiClusters(order);

    const again = optics({ ...pick(places, shuffled), weights: null }, options);

    expect(again.sites).toEqual(order.sites);
    expect(again.reachabilities).toEqual(order.reachabilities);
    expect(again.coreDistances).toEqual(order.coreDistances);
    expect(plain(xiClusters(again).labels)).toEqual(shuffled.map((i) => straight.labels[i]));
  });
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it('cuts into the cores of DBSCAN*, and noise that is none of its cores', () => {
  const property = fc.property(PLACES, OPTIONS, (places, { minPoints }) => {
    const eps = 1.5;
    const star = dbscan(places, { eps, minPoints, labels: 'star' });

    const cut = cutOrder(optics(places, { minPoints, maxEps: 2 }), eps);

    expect(cut.clusters).toBe(star.clusters);
    expect(cut.coreCount).toBe(star.coreCount);
    const numbers = new Map(plain(cut.labels).map((label, i) => [star.labels[i]!, label]));
    star.labels.forEach((label, i) => {
      if (label >= 0) expect(cut.labels[i]).toBe(numbers.get(label));
    });
  });
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it('gives every point one place in the order, those of a site side by side', () => {
  const property = fc.property(PLACES, OPTIONS, (places, options) => {
    const order = optics(places, options);

    const { orders } = pointReachability(order);

    expect(plain(orders).sort((a, b) => a - b)).toEqual(plain(places.xs.map((_, i) => i)));
    const members = plain(order.sites).flatMap((site) =>
      plain(order.members.subarray(order.starts[site], order.starts[site + 1])),
    );
    expect(members.map((point) => orders[point])).toEqual(members.map((_, at) => at));
  });
  fc.assert(property, { seed: 1, numRuns: 100 });
});
