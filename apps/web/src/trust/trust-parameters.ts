import type { LocationState, TrustScope } from '../location-state/location-state.js';
import { writeSelection } from '../location-state/selection-parameters.js';
import type { MapFrame } from '../map/map-frame.js';

/** Of the requests in the panel; the ranking takes radii too. Null until the map's view is known. */
export function trustParameters(
  { selection, radii }: LocationState,
  { within, frame }: { within: TrustScope; frame: MapFrame | null },
): { common: URLSearchParams; ranking: URLSearchParams } | null {
  const common = new URLSearchParams(writeSelection(selection));
  if (within === 'view') {
    if (!frame) return null;
    common.set('bbox', frame.box);
  }
  const ranking = new URLSearchParams(common);
  if (radii) ranking.set('radii', radii.join(','));
  return { common, ranking };
}
