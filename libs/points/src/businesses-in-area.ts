import type { PointSource } from './point-columns.js';
import { selectInTurns, type Selection } from './selection.js';

/** By id; each at the first of its chosen places in the area, metres, EPSG:27700. */
export interface AreaBusinesses {
  ids: Uint32Array;
  eastings: Float64Array;
  northings: Float64Array;
}

/**
 * The matching businesses with a place in an area; pauses as `selectInTurns` does.
 *
 * @param options.areaOf by slot of the location, as `countByArea` takes it
 */
export function* businessesInArea(
  points: PointSource,
  selection: Selection,
  { areaOf, area }: { areaOf: Int32Array; area: number },
): Generator<undefined, AreaBusinesses> {
  const { businesses, locations } = points.columns;
  const ids: number[] = [];
  const places: number[] = [];
  yield* selectInTurns(points, selection, (business) => {
    if (!business.matches) return;
    for (let i = 0; i < business.locationCount; i++) {
      const at = business.locations[i]!;
      if (areaOf[at] !== area) continue;
      ids.push(businesses.ids[business.slot]!);
      places.push(at);
      return;
    }
  });
  const order = Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
  return {
    ids: order.map((i) => ids[i]!),
    eastings: Float64Array.from(order, (i) => locations.eastings[places[i]!]!),
    northings: Float64Array.from(order, (i) => locations.northings[places[i]!]!),
  };
}
