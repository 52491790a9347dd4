import { fineRadiusOf, radiusOf, type RadiusTable } from './radius-table.js';
import type { SiteSubset } from './site-subset.js';
import { visitWindows, type SourceRange, type WindowVisit } from './visit-windows.js';

/** Sources at a time, so that their sums stay few. */
const CHUNK = 8192;
/** Sums for each radius: consecutive pairs, which often fall under one, need not wait for each other. */
const BANKS = 4;

/**
 * For each place, the weight of all other places within each radius, a distance of exactly the radius
 * included.
 *
 * The sums depend neither on the points' order nor on the range. Cost: about 4 ns for each pair within
 * the largest radius.
 *
 * @param sources of the same population as the targets
 * @returns for each source of the range as many sums as there are radii
 */
export function weightsWithin(
  sources: SiteSubset,
  targets: SiteSubset,
  { radii, from, to }: SourceRange & { radii: RadiusTable },
): Float64Array {
  const bins = radii.squares.length;
  const reach = Math.sqrt(radii.squares[bins - 2]!);
  const within = new Float64Array((to - from) * (bins - 1));
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(start + CHUNK, to);
    const sums = new Float64Array((end - start) * BANKS * bins);
    const visit = adder(sums, { sources, targets, radii, from: start });
    visitWindows(sources, targets, { reach, from: start, to: end, visit });
    within.set(cumulate(sums, bins), (start - from) * (bins - 1));
  }
  return within;
}

interface AddedPairs {
  sources: SiteSubset;
  targets: SiteSubset;
  radii: RadiusTable;
  from: number;
}

function adder(sums: Float64Array, pairs: AddedPairs): WindowVisit {
  const { sources, targets, radii, from } = pairs;
  if (radii.firstFine === 0) return fineAdder(sums, pairs);
  const { xs, ys, weights } = targets;
  const bins = radii.squares.length;
  return (source, low, high) => {
    const bank = (source - from) * BANKS * bins;
    for (let j = low; j < high; j++) {
      const dx = xs[j]! - sources.xs[source]!;
      const dy = ys[j]! - sources.ys[source]!;
      sums[bank + radiusOf(dx * dx + dy * dy, radii)]! += weights[j]!;
    }
  };
}

/** Four pairs at a time. */
function fineAdder(sums: Float64Array, { sources, targets, radii, from }: AddedPairs): WindowVisit {
  return (source, low, high) => {
    const { xs, ys, weights } = targets; // here: columns of the enclosing function cost a look each
    const { squares, firsts, slotsPerUnit } = radii;
    const bins = squares.length;
    const x = sources.xs[source]!;
    const y = sources.ys[source]!;
    const bank = (source - from) * BANKS * bins;
    let j = low;
    for (; j + BANKS <= high; j += BANKS) {
      const dx0 = xs[j]! - x;
      const dy0 = ys[j]! - y;
      const dx1 = xs[j + 1]! - x;
      const dy1 = ys[j + 1]! - y;
      const dx2 = xs[j + 2]! - x;
      const dy2 = ys[j + 2]! - y;
      const dx3 = xs[j + 3]! - x;
      const dy3 = ys[j + 3]! - y;
      const radius0 = fineRadiusOf(dx0 * dx0 + dy0 * dy0, firsts, squares, slotsPerUnit);
      const radius1 = fineRadiusOf(dx1 * dx1 + dy1 * dy1, firsts, squares, slotsPerUnit);
      const radius2 = fineRadiusOf(dx2 * dx2 + dy2 * dy2, firsts, squares, slotsPerUnit);
      const radius3 = fineRadiusOf(dx3 * dx3 + dy3 * dy3, firsts, squares, slotsPerUnit);
      sums[bank + radius0]! += weights[j]!;
      sums[bank + bins + radius1]! += weights[j + 1]!;
      sums[bank + 2 * bins + radius2]! += weights[j + 2]!;
      sums[bank + 3 * bins + radius3]! += weights[j + 3]!;
    }
    for (; j < high; j++) {
      const dx = xs[j]! - x;
      const dy = ys[j]! - y;
      sums[bank + fineRadiusOf(dx * dx + dy * dy, firsts, squares, slotsPerUnit)]! += weights[j]!;
    }
  };
}

/** Leaves out what is beyond all radii. */
function cumulate(sums: Float64Array, bins: number): Float64Array {
  const radii = bins - 1;
  const within = new Float64Array((sums.length / (BANKS * bins)) * radii);
  for (let from = 0, to = 0; to < within.length; from += BANKS * bins, to += radii) {
    let sum = 0;
    for (let radius = 0; radius < radii; radius++) {
      for (let bank = 0; bank < BANKS; bank++) sum += sums[from + bank * bins + radius]!;
      within[to + radius] = sum;
    }
  }
  return within;
}
