import { rectangularWindow, ripleyK, studyK } from '@cluster-atlas/analytics';
import { generatePlaces } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** So many times fewer than places: spatstat keeps a list of all pairs for the isotropic correction. */
const FEWER = 10;
const STEPS = 40;
/** Metres. */
const FURTHEST = 2000;
const WINDOW = { x0: -50_000, y0: -50_000, x1: 750_000, y1: 1_350_000 };

const CORRECTIONS = { translation: 'translate', isotropic: 'isotropic', border: 'border' } as const;

const SPATSTAT: Reference = {
  name: 'R spatstat',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(spatstat))
  n <- as.integer(words[2])
  places <- readBin(words[1], 'double', 2 * n)
  numbers <- as.numeric(words[4:9])
  window <- owin(numbers[1:2], numbers[3:4])
  pattern <- ppp(places[1:n], places[n + 1:n], window = window, check = FALSE)
  r <- seq(0, numbers[6], length.out = numbers[5] + 1)
  seconds <- system.time(found <- Kest(pattern, r = r, correction = words[3], nlarge = Inf))[['elapsed']]
  cat(as.character(packageVersion('spatstat')), seconds, tail(as.data.frame(found)[[3]], 1) / 1e6)`,
  finds: ['k_km2'],
};

export async function benchRipleyK(points: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(Math.max(Math.round(points / FEWER), 2));
  const window = rectangularWindow(WINDOW);
  const radii = Array.from({ length: STEPS + 1 }, (_, i) => (FURTHEST * i) / STEPS);
  const { x0, x1, y0, y1 } = WINDOW;
  const benches: TaskBench[] = [];
  for (const [correction, theirs] of Object.entries(CORRECTIONS)) {
    benches.push(
      await benchTask({
        task: `K to 2 km, ${correction}`,
        n: xs.length,
        work: () => {
          const options = { window, radii, correction: correction as keyof typeof CORRECTIONS };
          return { k_km2: ripleyK(studyK({ xs, ys }, options)).k[STEPS]! / 1e6 };
        },
        references: {
          programs: [SPATSTAT],
          columns: [xs, ys],
          words: [theirs, x0, x1, y0, y1, STEPS, FURTHEST],
        },
      }),
    );
  }
  return benches;
}
