import { POINT_ZOOM } from '@cluster-atlas/contract';
import { useEffect, useRef } from 'react';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';
import { decodeCountTile } from './count-tile.js';
import { DataTileLayer } from './data-tile-layer.js';
import { drawCounts } from './draw-counts.js';
import { drawDifferences } from './draw-differences.js';
import { readMapColours, useColourScheme } from './map-colours.js';

/** Streets and names stay legible below. */
const OPACITY_OVER_RASTER = 0.7;

const SHOWN = {
  density: { path: '/tiles/counts', draw: drawCounts },
  offices: { path: '/tiles/offices', draw: drawDifferences },
};

interface CountLayerProps {
  /** Where the businesses are, or where they are registered less where they trade; never changes. */
  shows: keyof typeof SHOWN;
  /** The selection as request parameters. */
  query: string;
  /** Faintly shows where there are businesses at all, for want of a raster base map. */
  showsOthers: boolean;
  onProblem: () => void;
}

/** The selected businesses in cells, for zooms at which sites would overlap. */
export function CountLayer({ shows, query, showsOthers, onProblem }: CountLayerProps) {
  const map = useMap();
  const scheme = useColourScheme();
  const look = useRef({ colours: readMapColours(), showsOthers });
  const layer = useLayer(
    map,
    () =>
      new DataTileLayer(
        {
          path: SHOWN[shows].path,
          maxZoom: POINT_ZOOM - 1,
          margin: 0,
          decode: decodeCountTile,
          draw: (context, tile) => SHOWN[shows].draw(context, tile, look.current),
          onProblem,
        },
        query,
      ),
  );
  useEffect(() => layer.select(query), [layer, query]);
  useEffect(() => {
    look.current = { colours: readMapColours(), showsOthers };
    layer.setOpacity(showsOthers ? 1 : OPACITY_OVER_RASTER);
    layer.repaint();
  }, [layer, scheme, showsOthers]);
  return null;
}
