import type { Coordinates } from './districts.js';

/** Longitude and latitude, drawn by hand along the city's boundary: good to a few hundred metres. */
const SALFORD: readonly (readonly [longitude: number, latitude: number])[] = [
  [-2.44, 53.54],
  [-2.35, 53.53],
  [-2.29, 53.515],
  [-2.25, 53.515],
  [-2.252, 53.5],
  [-2.246, 53.485],
  [-2.263, 53.475],
  [-2.281, 53.465],
  [-2.3, 53.4705],
  [-2.33, 53.479],
  [-2.39, 53.462],
  [-2.42, 53.43],
  [-2.45, 53.42],
  [-2.49, 53.46],
  [-2.435, 53.465],
  [-2.44, 53.5],
];

/** Even-odd rule. */
export function isInSalford({ longitude, latitude }: Coordinates): boolean {
  let isInside = false;
  SALFORD.forEach(([x1, y1], i) => {
    const [x2, y2] = SALFORD.at(i - 1)!;
    const crosses = y1 > latitude !== y2 > latitude;
    if (crosses && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  });
  return isInside;
}
