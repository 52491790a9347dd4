import { useSyncExternalStore } from 'react';

/** Room for filters beside the map; the same width stands in styles/layout.css. */
const WIDE = '(min-width: 60rem)';

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(WIDE);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
}
