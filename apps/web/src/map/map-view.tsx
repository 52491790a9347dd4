import { Map as LeafletMap, control, type LatLngBoundsLiteral } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { prepareForPrint, usePrinting } from '../report/printing.js';
import type { MapPosition } from '../location-state/location-state.js';
import { isLoaded } from './is-loaded.js';
import { MapContext } from './map-context.js';
import { toFrame, type MapFrame } from './map-frame.js';
import { useMapEvent } from './use-map-event.js';

interface MapViewProps {
  /** Null shows all of `extent`. */
  position: MapPosition | null;
  /** Shown while there is no position. */
  extent: LatLngBoundsLiteral;
  /** Words for those who do not see the map, and for its controls. */
  labels: { name: string; instructions: string; zoomIn: string; zoomOut: string };
  /** What the map shows, at first and after each move. */
  onFrame: (frame: MapFrame) => void;
  /** The map was moved, by hand or otherwise. */
  onMove: (position: MapPosition) => void;
  children: ReactNode;
}

/** A Leaflet map with a role and a name; its layers are its children. */
export function MapView({ position, extent, labels, onFrame, onMove, children }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const isResizing = useRef(false);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const makeMap = useEffectEvent((element: HTMLElement) => {
    const made = new LeafletMap(element, {
      zoomControl: false,
      minZoom: 4,
      maxZoom: 18,
      zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    control.zoom({ zoomInTitle: labels.zoomIn, zoomOutTitle: labels.zoomOut }).addTo(made);
    control.scale({ imperial: false }).addTo(made);
    made.attributionControl.setPrefix(false);
    // a layer may move the map after it: that is a move
    made.on('resize', () => (isResizing.current = false));
    show(made, position, extent);
    return made;
  });

  const resize = useEffectEvent((resized: LeafletMap | null) => {
    isResizing.current = true; // keeps the centre but for half a pixel, which is no move
    resized?.invalidateSize({ animate: false });
    isResizing.current = false;
  });
  const isPrinting = usePrinting();
  // an observer comes too late for paper
  useEffect(() => resize(map), [map, isPrinting]);
  useEffect(() => (map ? prepareForPrint(() => isLoaded(map)) : undefined), [map]);

  useEffect(() => {
    const made = makeMap(container.current!);
    const observer = new ResizeObserver(() => resize(made));
    observer.observe(container.current!);
    setMap(made);
    return () => {
      observer.disconnect();
      setMap(null);
      made.remove();
    };
  }, []);

  return (
    <>
      <p id="map-instructions" hidden>
        {labels.instructions}
      </p>
      <div
        ref={container}
        className="map"
        id="map"
        tabIndex={0}
        role="application"
        aria-label={labels.name}
        aria-describedby="map-instructions"
      />
      {map && (
        <MapContext value={map}>
          <Frame
            map={map}
            position={position}
            extent={extent}
            onFrame={onFrame}
            onMove={(moved) => {
              if (!isResizing.current) onMove(moved);
            }}
          />
          {children}
        </MapContext>
      )}
    </>
  );
}

type FrameProps = Omit<MapViewProps, 'labels' | 'children'> & { map: LeafletMap };

/** Keeps the map where the address says it is, and tells where it went. */
function Frame({ map, position, extent, onFrame, onMove }: FrameProps) {
  const hadPosition = useRef(false);
  const isFitting = useRef(false);
  const report = useEffectEvent(() => onFrame(toFrame(map)));
  useMapEvent(map, 'moveend', () => {
    const frame = toFrame(map);
    onFrame(frame);
    if (!isFitting.current) onMove(frame.position);
  });
  useEffect(() => report(), [map]);

  const { longitude, latitude, zoom } = position ?? {};
  const fit = useEffectEvent(() => {
    isFitting.current = true; // which the address says by saying nothing
    map.fitBounds(extent, { animate: false });
    isFitting.current = false;
  });
  useEffect(() => {
    if (longitude === undefined || latitude === undefined || zoom === undefined) {
      if (hadPosition.current) fit();
      hadPosition.current = false;
      return;
    }
    hadPosition.current = true;
    const middle = map.getSize().divideBy(2);
    const offset = map.latLngToContainerPoint([latitude, longitude]).distanceTo(middle);
    // Leaflet keeps whole pixels, so its centre may be off by one
    if (map.getZoom() === zoom && offset < 2) return;
    map.setView([latitude, longitude], zoom, { animate: false });
  }, [map, longitude, latitude, zoom]);
  return null;
}

function show(map: LeafletMap, position: MapPosition | null, extent: LatLngBoundsLiteral): void {
  if (position) map.setView([position.latitude, position.longitude], position.zoom);
  else map.fitBounds(extent);
}
