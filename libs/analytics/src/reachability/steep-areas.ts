import type { ReachabilityPlot } from './reachability-plot.js';

/** Bars from `start` to `end`, both included. */
export interface Run {
  start: number;
  end: number;
}

/** A steep way down, and the highest bar since its end. */
interface SteepDown extends Run {
  highest: number;
}

export interface SteepOptions {
  /** The part of its height by which a steep bar differs from the next; between 0 and 1. */
  xi: number;
  /** The weight of bars in succession, none of them steep, that an area may have. */
  minPoints: number;
}

/**
 * The runs of bars between a steep way down and a steep way up, each as it is found: in the order of
 * their ways up, and of those that share one the shorter first.
 *
 * A run begins and ends at about the same height, that of what follows its last bar; the bar itself
 * may be higher. Its last bars are given up until the last is below the first or was reached from
 * within.
 *
 * Source: Ankerst, Breunig, Kriegel and Sander (1999), definitions 9 to 11 and figure 19, with the
 * signs of definitions 9 and 11.4c put right; the correction by predecessors: Schubert and Gertz
 * (2018), Improving the cluster structure extracted from OPTICS plots, LWDA, 318-329.
 */
export function* findValleys(plot: ReachabilityPlot, options: SteepOptions): Generator<Run> {
  const { heights } = plot;
  const rest = 1 - options.xi;
  let downs: SteepDown[] = [];
  let highest = 0;
  let at = 0;
  while (at < plot.weights.length) {
    highest = Math.max(highest, heights[at]!);
    const isDown = isSteep(heights[at + 1]!, heights[at]!, rest);
    if (!isDown && !isSteep(heights[at]!, heights[at + 1]!, rest)) {
      at++;
      continue;
    }
    downs = stillOpen(downs, plot, { highest, rest });
    const area = { start: at, end: endOfArea(plot, { at, isDown }, options) };
    if (isDown) {
      downs.push({ ...area, highest: 0 });
    } else {
      for (const down of downs.toReversed()) {
        const valley = valleyBetween(plot, { down, up: area }, rest);
        if (valley) yield valley;
      }
    }
    at = area.end + 1;
    highest = heights[at]!;
  }
}

/** @param rest what is left of a height after the steep part */
function isSteep(low: number, high: number, rest: number): boolean {
  return low < high && low <= high * rest;
}

/** Those whose start is steeply above all that came since. */
function stillOpen(
  downs: readonly SteepDown[],
  { heights }: ReachabilityPlot,
  { highest, rest }: { highest: number; rest: number },
): SteepDown[] {
  if (highest === Infinity) return [];
  return downs
    .filter(({ start }) => highest <= heights[start]! * rest)
    .map((down) => ({ ...down, highest: Math.max(down.highest, highest) }));
}

function endOfArea(
  { heights, weights }: ReachabilityPlot,
  { at, isDown }: { at: number; isDown: boolean },
  { xi, minPoints }: SteepOptions,
): number {
  let end = at;
  let flat = 0;
  for (let i = at; i < weights.length; i++) {
    const [low, high] = isDown ? [heights[i + 1]!, heights[i]!] : [heights[i]!, heights[i + 1]!];
    if (isSteep(low, high, 1 - xi)) {
      end = i;
      flat = 0;
      continue;
    }
    flat += weights[i]!;
    if (low > high || flat > minPoints) return end;
  }
  return end;
}

function valleyBetween(
  plot: ReachabilityPlot,
  { down, up }: { down: SteepDown; up: Run },
  rest: number,
): Run | null {
  const { heights } = plot;
  const after = heights[up.end + 1]!;
  const before = heights[down.start]!;
  if (after * rest < down.highest) return null;
  let { start } = down;
  let { end } = up;
  if (before * rest >= after) {
    while (start < down.end && heights[start + 1]! > after) start++;
  } else if (after * rest >= before) {
    while (end > up.start && heights[end - 1]! > before) end--;
  }
  end = endWithPredecessor(plot, start, end);
  return end > start && end >= up.start ? { start, end } : null;
}

/** @returns the start if it has none but itself */
function endWithPredecessor(
  { heights, places, predecessors }: ReachabilityPlot,
  start: number,
  end: number,
): number {
  let last = end;
  while (
    last > start &&
    heights[start]! <= heights[last]! &&
    predecessors[last]! < places[start]!
  ) {
    last--;
  }
  return last;
}
