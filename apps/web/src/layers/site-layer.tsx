import { POINT_ZOOM } from '@cluster-atlas/contract';
import type { LatLng } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';
import { useMapClick } from '../map/use-map-click.js';
import { useMapEvent } from '../map/use-map-event.js';
import { DataTileLayer } from './data-tile-layer.js';
import { drawSites, SITE_MARGIN } from './draw-sites.js';
import { findSite } from './find-site.js';
import { readMapColours, useColourScheme } from './map-colours.js';
import { decodeSiteTile, type Site } from './site-tile.js';

interface SiteLayerProps {
  /** The selection as request parameters. */
  query: string;
  onOpen: (site: Site) => void;
  onProblem: () => void;
}

/** A circle for each place with businesses; those with several show how many. */
export function SiteLayer({ query, onOpen, onProblem }: SiteLayerProps) {
  const map = useMap();
  const scheme = useColourScheme();
  const colours = useRef(readMapColours());
  const layer = useLayer(
    map,
    () =>
      new DataTileLayer(
        {
          path: '/tiles/sites',
          minZoom: POINT_ZOOM,
          margin: SITE_MARGIN,
          decode: decodeSiteTile,
          draw: (context, tile) => drawSites(context, tile, colours.current),
          onProblem,
        },
        query,
      ),
  );
  useEffect(() => layer.select(query), [layer, query]);
  useEffect(() => {
    colours.current = readMapColours();
    layer.repaint();
  }, [layer, scheme]);

  const siteAt = (position: LatLng) =>
    map.getZoom() < POINT_ZOOM ? null : findSite(layer.tiles(), map.project(position));
  useMapClick(map, 'site', ({ latlng }) => {
    const site = siteAt(latlng);
    if (site) onOpen(site);
    return site !== null;
  });
  useMapEvent(map, 'mousemove', ({ latlng }) => {
    map.getContainer().classList.toggle('over-site', siteAt(latlng) !== null);
  });
  return null;
}
