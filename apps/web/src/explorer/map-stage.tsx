import type { LatLngBoundsLiteral } from 'leaflet';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaTable, Cluster, MapSettings } from '@cluster-atlas/contract';
import { useAreaTable } from '../areas/use-areas.js';
import { AreaChoropleth } from '../layers/area-choropleth.js';
import { AreaDrawing } from '../layers/area-drawing.js';
import { AreaLegend } from '../layers/area-legend.js';
import { useHubs } from '../hubs/use-hubs.js';
import { useClusters } from '../clusters/use-clusters.js';
import { MapImageMenu } from '../images/map-image-menu.js';
import { ClusterOutlines } from '../layers/cluster-outlines.js';
import { TimeSlider } from '../history/time-slider.js';
import { CountLayer } from '../layers/count-layer.js';
import { DensityLegend } from '../layers/density-legend.js';
import { ListMarks } from '../layers/list-marks.js';
import { MarkKeys } from '../layers/mark-keys.js';
import { HubMarkers } from '../layers/hub-markers.js';
import { OfficeLegend } from '../layers/office-legend.js';
import { OfflineBase } from '../layers/offline-base.js';
import { Pin } from '../layers/pin.js';
import { RasterBase } from '../layers/raster-base.js';
import { SiteLayer } from '../layers/site-layer.js';
import type { LocationState } from '../location-state/location-state.js';
import { selectionQuery } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { MapPicks } from '../map/map-picks.js';
import { MapView } from '../map/map-view.js';
import { LoadingState } from './request-state.js';
import { OpenPlaceMark } from './open-place-mark.js';
import { useMapSettings } from './use-map-settings.js';

const GREAT_BRITAIN: LatLngBoundsLiteral = [
  [49.9, -8.2],
  [60.9, 1.8],
];

const NO_CLUSTERS: readonly Cluster[] = [];

interface MapStageProps {
  state: LocationState;
  onFrame: (frame: MapFrame) => void;
}

export function MapStage({ state, onFrame }: MapStageProps) {
  const { t } = useTranslation();
  const settings = useMapSettings();
  const { run } = useClusters(state);
  const { data: areaTable } = useAreaTable(state.areas?.layer ?? null, state.selection);
  const [zoom, setZoom] = useState<number | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  if (!settings) return <LoadingState />;
  const clusters = run?.clusters ?? NO_CLUSTERS;
  const markKeys = <MarkKeys clusters={state.clusters && clusters} />;
  return (
    <>
      <MapView
        position={state.map}
        extent={toBounds(settings.extent)}
        labels={{
          name: t('map.name'),
          instructions: t('map.instructions'),
          zoomIn: t('map.zoomIn'),
          zoomOut: t('map.zoomOut'),
        }}
        onFrame={(frame) => {
          onFrame(frame);
          setZoom(frame.position.zoom);
        }}
        onMove={(position) => navigate({ map: position }, 'replace')}
      >
        <StageLayers
          key={attempt}
          state={state}
          settings={settings}
          clusters={clusters}
          areaTable={areaTable}
          onProblem={() => setIsFailed(true)}
        />
        <MapImageMenu />
      </MapView>
      {isFailed && (
        <div className="map-notice" role="alert">
          {t('map.partlyFailed')}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setIsFailed(false);
              setAttempt(attempt + 1);
            }}
          >
            {t('app.retry')}
          </button>
        </div>
      )}
      {state.clusters && state.keptRun === null && (
        <TimeSlider state={state} businesses={run?.businesses} />
      )}
      {state.areas && areaTable && (
        <AreaLegend table={areaTable} measure={state.areas.measure}>
          {markKeys}
        </AreaLegend>
      )}
      {zoom !== null && state.offices && !state.areas && (
        <OfficeLegend zoom={zoom}>{markKeys}</OfficeLegend>
      )}
      {zoom !== null && !state.offices && !state.areas && (
        <DensityLegend zoom={zoom} showsOthers={settings.tileUrl === null}>
          {markKeys}
        </DensityLegend>
      )}
    </>
  );
}

interface StageLayersProps {
  state: LocationState;
  settings: MapSettings;
  clusters: readonly Cluster[];
  areaTable: AreaTable | undefined;
  onProblem: () => void;
}

function StageLayers({ state, settings, clusters, areaTable, onProblem }: StageLayersProps) {
  const { selection, open, pin } = state;
  const { hubs } = useHubs();
  const query = useMemo(() => selectionQuery(selection), [selection]);
  const isOffline = settings.tileUrl === null;
  return (
    <>
      {settings.tileUrl === null ? (
        <OfflineBase onProblem={onProblem} />
      ) : (
        <RasterBase url={settings.tileUrl} attribution={settings.attribution} />
      )}
      {!state.areas && (
        <CountLayer
          key={String(state.offices)}
          shows={state.offices ? 'offices' : 'density'}
          query={query}
          showsOthers={isOffline}
          onProblem={onProblem}
        />
      )}
      {open?.kind === 'drawn' && <AreaDrawing corners={open.corners} />}
      <ListMarks />
      <SiteLayer
        query={query}
        onProblem={onProblem}
        onOpen={({ easting, northing }) =>
          navigate({ open: { kind: 'site', easting, northing }, pin: null })
        }
      />
      {state.clusters && (
        <ClusterOutlines
          clusters={clusters}
          openSlug={open?.kind === 'cluster' ? open.slug : null}
          onOpen={({ slug }) => navigate({ open: { kind: 'cluster', slug }, pin: null })}
        />
      )}
      {state.areas && (
        <AreaChoropleth
          table={areaTable}
          choices={state.areas}
          openCode={open?.kind === 'area' ? open.code : null}
          onProblem={onProblem}
        />
      )}
      <HubMarkers
        hubs={hubs}
        openSlug={open?.kind === 'hub' ? open.slug : null}
        onOpen={({ slug }) => navigate({ open: { kind: 'hub', slug }, pin: null })}
      />
      {pin && <Pin longitude={pin.longitude} latitude={pin.latitude} />}
      <OpenPlaceMark state={state} hubs={hubs} />
      <MapPicks
        onPick={(longitude, latitude) =>
          navigate({ open: { kind: 'point', longitude, latitude }, pin: null })
        }
      />
    </>
  );
}

function toBounds(extent: MapSettings['extent']): LatLngBoundsLiteral {
  if (!extent) return GREAT_BRITAIN;
  const [west, south, east, north] = extent;
  return [
    [south, west],
    [north, east],
  ];
}
