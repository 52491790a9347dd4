import { HubDensityQuery, type Hub } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { MeasuredRings } from '../layers/measured-rings.js';
import { Pin } from '../layers/pin.js';
import type { LocationState, MeasuredPlace } from '../location-state/location-state.js';

const USUAL_RADII = HubDensityQuery.parse({}).radii;

interface OpenPlaceMarkProps {
  state: LocationState;
  hubs: readonly Hub[];
}

/** Shows on the map what the open panel is about: the rings of a profile, or the site; others have their outline. */
export function OpenPlaceMark({ state: { open, radii }, hubs }: OpenPlaceMarkProps) {
  if (open?.kind === 'site') return <Pin {...fromNationalGrid(open.easting, open.northing)} />;
  if (open?.kind !== 'hub' && open?.kind !== 'point') return null;
  const position = positionOf(open, hubs);
  if (!position) return null;
  const { longitude, latitude } = position;
  return <MeasuredRings longitude={longitude} latitude={latitude} radii={radii ?? USUAL_RADII} />;
}

function positionOf(
  open: MeasuredPlace,
  hubs: readonly Hub[],
): { longitude: number; latitude: number } | undefined {
  return open.kind === 'point' ? open : hubs.find(({ slug }) => slug === open.slug);
}
