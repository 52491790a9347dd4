import type { Hub } from '@cluster-atlas/contract';

/** Closer than this, in pixels, two markers could not be told apart by a finger. */
const NEAREST = 30;

interface Pixel {
  x: number;
  y: number;
}

/**
 * Puts together the hubs whose markers would cover each other.
 *
 * Each hub joins the first group whose first hub is near, in the order given; n × groups steps.
 *
 * @param toPixel where a hub is on the screen
 */
export function groupHubs(hubs: readonly Hub[], toPixel: (hub: Hub) => Pixel): Hub[][] {
  const groups: { pixel: Pixel; members: Hub[] }[] = [];
  for (const hub of hubs) {
    const pixel = toPixel(hub);
    const group = groups.find(
      (other) => Math.hypot(other.pixel.x - pixel.x, other.pixel.y - pixel.y) < NEAREST,
    );
    if (group) group.members.push(hub);
    else groups.push({ pixel, members: [hub] });
  }
  return groups.map(({ members }) => members);
}
