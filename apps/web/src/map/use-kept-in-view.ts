import { useEffect } from 'react';
import { useMap } from './map-context.js';

/** Pixels between a position and the map's edge. */
const MARGIN = 64;

/**
 * Moves the map just so far that a position is seen, also after a panel has made the map smaller;
 * no longer once the reader has moved it elsewhere.
 */
export function useKeptInView(longitude: number, latitude: number): void {
  const map = useMap();
  useEffect(() => {
    let isOwn = false;
    const show = () => {
      isOwn = true;
      map.panInside([latitude, longitude], { padding: [MARGIN, MARGIN], animate: false });
      isOwn = false;
    };
    const giveUp = () => {
      if (!isOwn) map.off('resize', show);
    };
    const frame = requestAnimationFrame(show);
    map.once('resize', show).on('movestart', giveUp);
    return () => {
      cancelAnimationFrame(frame);
      map.off('resize', show).off('movestart', giveUp);
    };
  }, [map, longitude, latitude]);
}
