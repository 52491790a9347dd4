import { useEffect } from 'react';
import { useMap } from './map-context.js';

/** Pixels between a position and the map's edge. */
const MARGIN = 64;

/** Moves the map just so far that a position is seen, also after a panel has made the map smaller. */
export function useKeptInView(longitude: number, latitude: number): void {
  const map = useMap();
  useEffect(() => {
    const show = () => {
      map.panInside([latitude, longitude], { padding: [MARGIN, MARGIN], animate: false });
    };
    const frame = requestAnimationFrame(show);
    map.once('resize', show);
    return () => {
      cancelAnimationFrame(frame);
      map.off('resize', show);
    };
  }, [map, longitude, latitude]);
}
