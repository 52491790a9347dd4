import { isInBox, type MercatorBox } from './mercator-box.js';
import type { IndexedPoints, LocationColumns, PointColumns } from './point-columns.js';
import { GONE } from './spatial-order.js';
import { stretchesOf, type Stretch } from './stretches.js';

/** Through the slots, a business is read up to so many times faster than along the curve. */
const SLOT_ORDER_GAIN = 4;

/**
 * Visits once each slot of a business that has a location of any kind in the box.
 *
 * Goes along the Z-order curve, or, where the box holds a large part of all, through the slots.
 */
export function forEachBusinessIn(
  { columns, order }: IndexedPoints,
  box: MercatorBox,
  visit: (slot: number) => void,
): void {
  const stretches = stretchesOf(order, box);
  const entries = stretches.reduce((sum, { begin, end }) => sum + end - begin, 0);
  if (entries * SLOT_ORDER_GAIN > order.used) visitAll(columns, box, visit);
  else for (const stretch of stretches) visitAlong(stretch, { columns, order, box }, visit);
}

function visitAll(
  { businessSlots, businesses, locations }: PointColumns,
  box: MercatorBox,
  visit: (slot: number) => void,
): void {
  const { ids, firstLocations } = businesses;
  for (let slot = 0; slot < businessSlots; slot++) {
    if (ids[slot] !== 0 && firstIn(box, locations, firstLocations[slot]!) >= 0) visit(slot);
  }
}

function visitAlong(
  { begin, end }: Stretch,
  { columns, order, box }: IndexedPoints & { box: MercatorBox },
  visit: (slot: number) => void,
): void {
  const { businesses, mercatorXs, mercatorYs } = columns.locations;
  const { firstLocations } = columns.businesses;
  for (let entry = begin; entry < end; entry++) {
    const at = order.slots[entry]!;
    if (at === GONE || !isInBox(box, mercatorXs[at]!, mercatorYs[at]!)) continue;
    const slot = businesses[at]!;
    const first = firstLocations[slot]!;
    if (first === at || firstIn(box, columns.locations, first) === at) visit(slot);
  }
}

/** The first in the box of a business's locations, from `at` on; NO_LOCATION if none is. */
function firstIn(box: MercatorBox, locations: LocationColumns, at: number): number {
  const { mercatorXs, mercatorYs, nextLocations } = locations;
  while (at >= 0 && !isInBox(box, mercatorXs[at]!, mercatorYs[at]!)) at = nextLocations[at]!;
  return at;
}
