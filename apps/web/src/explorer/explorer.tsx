import { useState } from 'react';
import { AreaSection } from '../areas/area-section.js';
import { AreaTableView } from '../areas/area-table-view.js';
import { BusinessListView } from '../businesses/business-list-view.js';
import { ClusterArea } from '../clusters/cluster-area.js';
import { ClusterTableView } from '../clusters/cluster-table-view.js';
import { FilterArea } from '../filters/filter-area.js';
import { useFacets } from '../filters/use-facets.js';
import { HistoryView } from '../history/history-view.js';
import { HubList } from '../hubs/hub-list.js';
import type { LocationState } from '../location-state/location-state.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { ListSection } from '../private-list/list-section.js';
import { ReportHead } from '../report/report-head.js';
import { MapStage } from './map-stage.js';
import { ErrorBoundary } from './error-boundary.js';
import { useFocusOfView } from './use-focus-of-view.js';
import { OpenPanel } from './open-panel.js';
import { ResultBar } from './result-bar.js';

const LOCATED_ZOOM = 17;

const select = (selection: Selection) => navigate({ selection });

/** Filters, then map or list, then the panel of what is open. */
export function Explorer({ state }: { state: LocationState }) {
  const { selection, view, open } = state;
  const [frame, setFrame] = useState<MapFrame | null>(null);
  const facets = useFacets(selection, frame);
  const isMap = view === 'map';
  useFocusOfView(view);
  return (
    <div className="explorer">
      <ReportHead />
      <FilterArea selection={selection} facets={facets} onSelect={select}>
        <ClusterArea state={state} />
        <AreaSection state={state} />
        <HubList state={state} />
        <ListSection />
      </FilterArea>
      <main id="main" className="stage" tabIndex={-1}>
        <ResultBar
          selection={selection}
          facets={facets}
          hasHint={isMap && open === null}
          onSelect={select}
        />
        <div className="stage-body">
          <div className="stage-map" inert={!isMap} data-hidden={!isMap}>
            <ErrorBoundary>
              <MapStage state={state} onFrame={setFrame} />
            </ErrorBoundary>
          </div>
          <ErrorBoundary key={view}>
            {view === 'clusters' && <ClusterTableView state={state} />}
            {view === 'time' && <HistoryView state={state} />}
            {view === 'areas' && <AreaTableView state={state} />}
            {view === 'list' && frame && (
              <BusinessListView
                selection={selection}
                frame={frame}
                onLocate={(longitude, latitude) =>
                  navigate({
                    view: 'map',
                    map: { longitude, latitude, zoom: LOCATED_ZOOM },
                    pin: { longitude, latitude },
                  })
                }
              />
            )}
          </ErrorBoundary>
        </div>
      </main>
      <OpenPanel state={state} frame={frame} />
    </div>
  );
}
