import type { AreaBoundaries, AreaTable } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { LayerGroup, Polygon, type Map as LeafletMap } from 'leaflet';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { classColour, classOf, quantileBreaks } from '../areas/area-classes.js';
import { formatMeasure } from '../areas/area-measures.js';
import type { AreaChoices } from '../location-state/area-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import { useMap } from '../map/map-context.js';
import { toLatLngs, within, type Polygons } from '../map/polygons.js';
import { useLayer } from '../map/use-layer.js';
import { useMapClick } from '../map/use-map-click.js';
import { useMapEvent } from '../map/use-map-event.js';
import { tooltipText } from './tooltip-text.js';

type Feature = AreaBoundaries['features'][number];

interface AreaChoroplethProps {
  table: AreaTable | undefined;
  choices: AreaChoices;
  openCode: string | null;
  /** The boundaries could not be had. */
  onProblem: () => void;
}

/** The areas of a layer, coloured by a measure; the table reaches each by keyboard. */
export function AreaChoropleth({ table, choices, openCode, onProblem }: AreaChoroplethProps) {
  const { t } = useTranslation();
  const map = useMap();
  const group = useLayer(map, () => new LayerGroup());
  const { features, isFailed } = useBoundaries(map, choices.layer);
  const onFailure = useEffectEvent(onProblem);
  useEffect(() => {
    if (isFailed) onFailure();
  }, [isFailed]);
  const { measure, layer } = choices;
  const label = t(`areas.measures.${measure}`);
  useMapClick(map, 'area', ({ latlng }) => {
    const found = features.find((feature) => within(polygonsOf(feature))(latlng.lng, latlng.lat));
    if (!found) return false;
    navigate({ open: { kind: 'area', layer, code: found.properties.code }, pin: null });
    return true;
  });

  const values = useMemo(
    () => new Map(table?.areas.map((area) => [area.code, area[measure]])),
    [table, measure],
  );
  useEffect(() => {
    const breaks = quantileBreaks([...values.values()]);
    for (const feature of features) {
      const value = values.get(feature.properties.code) ?? null;
      const index = classOf(value, breaks);
      const shape = new Polygon(toLatLngs(polygonsOf(feature)), {
        className: `area-shape ${index === null ? 'no-data' : ''}`,
        bubblingMouseEvents: true, // a click is the map's, so that sites inside can have it first
      });
      shape.on('add', () => {
        if (index !== null) shape.getElement()?.setAttribute('style', colourOf(index, breaks));
      });
      const text = `${feature.properties.name}: ${formatMeasure(measure, value)} (${label})`;
      group.addLayer(shape.bindTooltip(tooltipText(text), { sticky: true }));
    }
    return () => {
      group.clearLayers();
    };
  }, [group, features, values, measure, label]);

  useEffect(() => {
    const shown = features.find(({ properties }) => properties.code === openCode);
    if (!shown) return;
    const mark = new Polygon(toLatLngs(polygonsOf(shown)), {
      className: 'cluster-mark',
      interactive: false,
    });
    group.addLayer(mark);
    return () => {
      mark.remove();
    };
  }, [group, features, values, openCode]);
  return null;
}

function colourOf(index: number, breaks: readonly number[]): string {
  return `fill: ${classColour(index, breaks)}`;
}

const NONE: readonly Feature[] = [];

/** As finely as the map shows them, and a view's width beyond its edges. */
function useBoundaries(
  map: LeafletMap,
  layer: string,
): { features: readonly Feature[]; isFailed: boolean } {
  const [query, setQuery] = useState(() => boundaryQuery(map));
  useMapEvent(map, 'moveend', () => setQuery(boundaryQuery(map)));
  const { data, isError } = useQuery({
    queryKey: ['area boundaries', layer, query],
    queryFn: ({ signal }) => api.areaBoundaries(layer, { query, signal }),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === layer ? previous : undefined,
  });
  return { features: data?.features ?? NONE, isFailed: isError };
}

/** The same for many views: edges are those of squares about as large as a view. */
function boundaryQuery(map: LeafletMap): string {
  const zoom = Math.ceil(map.getZoom() / 2) * 2;
  const side = 360 / 2 ** Math.max(0, map.getZoom() - 2);
  const bounds = map.getBounds();
  const down = (degrees: number) => Math.floor(degrees / side) * side;
  const up = (degrees: number) => Math.ceil(degrees / side) * side;
  const box = [
    ...[down(bounds.getWest()), Math.max(-90, down(bounds.getSouth()))],
    ...[up(bounds.getEast()), Math.min(90, up(bounds.getNorth()))],
  ];
  return new URLSearchParams({ zoom: String(zoom), bbox: box.join(',') }).toString();
}

function polygonsOf({ geometry }: Feature): Polygons {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
