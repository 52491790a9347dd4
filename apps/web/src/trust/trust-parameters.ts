import { FINEST_CELL_ZOOM } from '@cluster-atlas/contract';
import type { LocationState, TrustScope } from '../location-state/location-state.js';
import { writeSelection } from '../location-state/selection-parameters.js';
import type { MapFrame } from '../map/map-frame.js';

/** Of the requests in the panel; the ranking takes radii too, the cells of a view its zoom. Null until the view is known. */
export function trustParameters(
  { selection, radii }: LocationState,
  { within, frame }: { within: TrustScope; frame: MapFrame | null },
): Record<'common' | 'ranking' | 'cells', URLSearchParams> | null {
  const common = new URLSearchParams(writeSelection(selection));
  if (within === 'view') {
    if (!frame) return null;
    common.set('bbox', frame.box);
  }
  const ranking = new URLSearchParams(common);
  if (radii) ranking.set('radii', radii.join(','));
  const cells = new URLSearchParams(common);
  // of everything the finest, which stay the same when the map moves to one of them
  const zoom = within === 'view' ? frame?.position.zoom : undefined;
  cells.set('zoom', String(Math.min(zoom ?? FINEST_CELL_ZOOM, FINEST_CELL_ZOOM)));
  return { common, ranking, cells };
}
