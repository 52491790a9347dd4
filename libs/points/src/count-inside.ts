import { degreeBox, type DegreeBox } from './mercator-box.js';
import type { IndexedPoints } from './point-columns.js';
import { forEachSelectedIn, type Selection } from './selection.js';

export interface Region {
  /** Around it. */
  box: DegreeBox;
  /** Of a place in metres, EPSG:27700. */
  contains: (easting: number, northing: number) => boolean;
}

/** The businesses with one of their places in a region, each once. */
export function countInside(
  points: IndexedPoints,
  { box, contains }: Region,
  selection: Selection,
): { all: number; matching: number } {
  const { eastings, northings } = points.columns.locations;
  const counts = { all: 0, matching: 0 };
  forEachSelectedIn(points, { selection, box: degreeBox(box) }, (business) => {
    for (let i = 0; i < business.locationCount; i++) {
      const at = business.locations[i]!;
      if (!contains(eastings[at]!, northings[at]!)) continue;
      counts.all++;
      if (business.matches) counts.matching++;
      return;
    }
  });
  return counts;
}
