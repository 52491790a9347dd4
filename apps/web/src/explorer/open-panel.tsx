import { AreaPanel } from '../areas/area-panel.js';
import { DrawnAreaPanel } from '../areas/drawn-area-panel.js';
import { SitePanel } from '../businesses/site-panel.js';
import { ClusterPanel } from '../clusters/cluster-panel.js';
import { ConcentrationPanel } from '../concentration/concentration-panel.js';
import { HubPanel } from '../hubs/hub-panel.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { TrustPanel } from '../trust/trust-panel.js';

const close = () => navigate({ open: null });

interface OpenPanelProps {
  state: LocationState;
  /** What the map shows; null until it is there. */
  frame: MapFrame | null;
}

/** The panel of what is open; nothing if nothing is. */
export function OpenPanel({ state, frame }: OpenPanelProps) {
  const { open, selection } = state;
  if (!open) return null;
  switch (open.kind) {
    case 'site':
      return <SitePanel site={open} selection={selection} onClose={close} />;
    case 'cluster':
      return <ClusterPanel slug={open.slug} state={state} onClose={close} />;
    case 'concentration':
      return <ConcentrationPanel state={state} onClose={close} />;
    case 'area':
      return <AreaPanel area={open} state={state} onClose={close} />;
    case 'drawn':
      return <DrawnAreaPanel corners={open.corners} state={state} onClose={close} />;
    case 'trust':
      return <TrustPanel within={open.within} state={state} frame={frame} onClose={close} />;
    default:
      return (
        <HubPanel
          open={open}
          state={state}
          onMeasure={(choices) => navigate(choices)}
          onClose={close}
        />
      );
  }
}
