import type { SiteSubset } from './site-subset.js';

/** Which of the sources, from the first up to, without, the last. */
export interface SourceRange {
  from: number;
  to: number;
}

/** A source, and targets side by side, from the first up to, without, the last: some are out of reach. */
export type WindowVisit = (source: number, low: number, high: number) => void;

/** Of a row's height: what rounding may add to the distance of two rows. */
const ROUNDING = 1e-6;

/**
 * Visits all pairs of a source and a target within reach at two different places, and a few more: for
 * each row near that of the source, those that are near enough in x.
 *
 * The windows of a source do not depend on the range, nor does their order.
 *
 * @param sources of the same population as the targets
 */
export function visitWindows(
  sources: SiteSubset,
  targets: SiteSubset,
  { reach, from, to, visit }: SourceRange & { reach: number; visit: WindowVisit },
): void {
  const rows = targets.rowStarts.length - 1;
  const apart = rowsInReach(targets, reach);
  const visitOthers: WindowVisit = (source, low, high) => {
    const site = sources.sites[source]!;
    const own = firstNotBelow(targets.sites, site, { from: low, to: high });
    if (own > low) visit(source, low, own);
    const next = targets.sites[own] === site ? own + 1 : own;
    if (next < high) visit(source, next, high);
  };
  for (let row = 0; row < rows; row++) {
    const first = Math.max(sources.rowStarts[row]!, from);
    const end = Math.min(sources.rowStarts[row + 1]!, to);
    if (first >= end) continue;
    for (let other = Math.max(row - apart, 0); other <= row + apart && other < rows; other++) {
      slide(sources, targets, {
        from: first,
        to: end,
        row: other,
        half: halfWidth(targets, Math.abs(other - row), reach),
        visit: other === row ? visitOthers : visit,
      });
    }
  }
}

/** Visits all pairs of two different places of one subset within reach, once, and a few more. */
export function visitWindowsWithin(
  subset: SiteSubset,
  { reach, visit }: { reach: number; visit: WindowVisit },
): void {
  const { rowStarts } = subset;
  const rows = rowStarts.length - 1;
  const apart = rowsInReach(subset, reach);
  const visitLater: WindowVisit = (source, _, high) => {
    if (source + 1 < high) visit(source, source + 1, high);
  };
  for (let row = 0; row < rows; row++) {
    const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!];
    if (from === to) continue;
    for (let other = row; other <= row + apart && other < rows; other++) {
      slide(subset, subset, {
        from,
        to,
        row: other,
        half: halfWidth(subset, other - row, reach),
        visit: other === row ? visitLater : visit,
      });
    }
  }
}

/** How many rows up or down a pair within reach may be apart. */
function rowsInReach({ rowHeight, rowStarts }: SiteSubset, reach: number): number {
  return Math.min(Math.floor(reach / rowHeight + ROUNDING) + 1, rowStarts.length);
}

/** How far apart in x two points so many rows apart may be, and not less. */
function halfWidth({ rowHeight }: SiteSubset, rowsApart: number, reach: number): number {
  const gap = Math.max(rowsApart - 1 - ROUNDING, 0) * rowHeight;
  return Math.sqrt(Math.max(reach * reach - gap * gap, 0)) * (1 + 1e-9) + ROUNDING * rowHeight;
}

/** Takes the sources of one row along one row of the targets. */
function slide(
  sources: SiteSubset,
  targets: SiteSubset,
  { from, to, row, half, visit }: SourceRange & { row: number; half: number; visit: WindowVisit },
): void {
  const { xs } = targets;
  const end = targets.rowStarts[row + 1]!;
  let low = firstNotBelow(xs, sources.xs[from]! - half, {
    from: targets.rowStarts[row]!,
    to: end,
  });
  let high = low;
  for (let i = from; i < to; i++) {
    const x = sources.xs[i]!;
    low = advance(xs, x - half, { from: low, to: end });
    high = advance(xs, x + half, { from: high, to: end });
    if (low < high) visit(i, low, high);
  }
}

/** As `firstNotBelow`, and quick where that is near: few sources pass over many targets. */
function advance(values: Float64Array, value: number, { from, to }: SourceRange): number {
  if (from >= to || values[from]! >= value) return from;
  let below = from;
  let step = 1;
  while (below + step < to && values[below + step]! < value) {
    below += step;
    step *= 2;
  }
  return firstNotBelow(values, value, { from: below + 1, to: Math.min(below + step, to) });
}

function firstNotBelow(
  values: Float64Array | Uint32Array,
  value: number,
  { from, to }: SourceRange,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
