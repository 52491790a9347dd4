import type { Cluster } from '@cluster-atlas/contract';
import {
  LayerGroup,
  Polygon,
  type LatLng,
  type LatLngBounds,
  type Map as LeafletMap,
} from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useMap } from '../map/map-context.js';
import { toLatLngs, within } from '../map/polygons.js';
import { useLayer } from '../map/use-layer.js';
import { useMapClick } from '../map/use-map-click.js';
import { tooltipText } from './tooltip-text.js';

/** An opened cluster that is narrower than this on the screen is zoomed to. */
const LEAST_PIXELS = 60;

interface ClusterOutlinesProps {
  clusters: readonly Cluster[];
  openSlug: string | null;
  onOpen: (cluster: Cluster) => void;
}

/** The outlines of the clusters; the list beside the map reaches each by keyboard. */
export function ClusterOutlines({ clusters, openSlug, onOpen }: ClusterOutlinesProps) {
  const map = useMap();
  const group = useLayer(map, () => new LayerGroup());
  useMapClick(map, 'cluster', ({ latlng }) => {
    const cluster = clusterAt(clusters, latlng);
    if (cluster) onOpen(cluster);
    return cluster !== null;
  });

  useEffect(() => {
    for (const cluster of clusters) group.addLayer(toOutline(cluster));
    return () => {
      group.clearLayers();
    };
  }, [group, clusters]);

  const shown = clusters.find(({ slug }) => slug === openSlug);
  useEffect(() => {
    if (!shown) return;
    const mark = new Polygon(toLatLngs(shown.outline.coordinates), {
      className: 'cluster-mark',
      interactive: false,
    });
    group.addLayer(mark);
    return () => {
      mark.remove();
    };
  }, [group, shown]);

  const fit = useEffectEvent(() => {
    const bounds = new Polygon(toLatLngs(shown!.outline.coordinates)).getBounds();
    const isSeen = map.getBounds().contains(bounds) && widthOf(map, bounds) >= LEAST_PIXELS;
    if (!isSeen) map.fitBounds(bounds.pad(1), { maxZoom: 15, animate: false });
  });
  const shownSlug = shown?.slug;
  useEffect(() => {
    // not with each new run: the reader may have moved on
    if (shownSlug !== undefined) fit();
  }, [map, shownSlug]);
  return null;
}

function toOutline(cluster: Cluster): Polygon {
  const outline = new Polygon(toLatLngs(cluster.outline.coordinates), {
    className: `cluster-outline ${cluster.significance?.level ?? 'untested'}`,
    bubblingMouseEvents: true, // a click is the map's, so that sites inside can have it first
  });
  return outline.bindTooltip(tooltipText(cluster.name), { sticky: true });
}

/** The smallest of those around a position, in degrees. */
function clusterAt(clusters: readonly Cluster[], { lng, lat }: LatLng): Cluster | null {
  const around = clusters.filter(({ outline }) => within(outline.coordinates)(lng, lat));
  return around.sort((a, b) => a.areaKm2 - b.areaKm2)[0] ?? null;
}

function widthOf(map: LeafletMap, bounds: LatLngBounds): number {
  const west = map.latLngToContainerPoint(bounds.getNorthWest());
  return map.latLngToContainerPoint(bounds.getSouthEast()).distanceTo(west);
}
