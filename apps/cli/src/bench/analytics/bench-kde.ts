import {
  binPoints,
  collapseSites,
  frameOver,
  kernelDensity,
  sigmaOfRadius,
  smoothBinned,
  widenFrame,
  type WeightedPoints,
} from '@cluster-atlas/analytics';
import { generateFirms, generatePlaces } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** Great Britain in 1400 x 2300 cells. */
const FRAME = frameOver({ west: 0, south: 0, east: 700_000, north: 1_150_000 }, 500);
const SIGMA = 2000;
/** Cells beyond the frame that points are binned to: 5 sigma, and what a binned point spreads over. */
const MARGIN = 22;

const SPATSTAT: Reference = {
  name: 'R spatstat',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(spatstat.explore))
  n <- as.integer(words[2])
  places <- matrix(readBin(words[1], 'double', 2 * n), ncol = 2)
  inside <- places[, 2] < 1150000
  pattern <- ppp(places[inside, 1], places[inside, 2], c(0, 700000), c(0, 1150000), check = FALSE)
  seconds <- system.time(found <- density(pattern, sigma = as.numeric(words[3]), edge = FALSE, dimyx = c(2300, 1400)))[['elapsed']]
  cat(as.character(packageVersion('spatstat.explore')), seconds, max(found) * 1e6)`,
  finds: ['peak'],
};

export async function benchKde(points: number): Promise<TaskBench[]> {
  const places: WeightedPoints = { ...generatePlaces(points), weights: null };
  const sites = collapseSites({ ...generateFirms(points), weights: null }, FRAME.cell);
  const sigma = sigmaOfRadius('quartic', SIGMA);
  const binned = binPoints(places, widenFrame(FRAME, MARGIN));
  return [
    await benchTask({
      task: 'kde gaussian, sigma 2 km, 500 m',
      n: points,
      work: () => peakOf(kernelDensity(places, FRAME, { kernel: 'gaussian', sigma: SIGMA }).values),
      references: { programs: [SPATSTAT], columns: [places.xs, places.ys], words: [SIGMA] },
    }),
    await benchTask({
      task: 'kde gaussian, another sigma of the binned',
      n: points,
      work: () => peakOf(smoothBinned(binned, { x: SIGMA, y: SIGMA }, MARGIN).values),
    }),
    await benchTask({
      task: 'kde quartic, h 2 km, weighted sites',
      n: sites.xs.length,
      work: () => peakOf(kernelDensity(sites, FRAME, { kernel: 'quartic', sigma }).values),
    }),
  ];
}

/** Per square kilometre. */
function peakOf(values: Float64Array): { peak: number } {
  let peak = 0;
  for (let i = 0; i < values.length; i++) peak = Math.max(peak, values[i]!);
  return { peak };
}
