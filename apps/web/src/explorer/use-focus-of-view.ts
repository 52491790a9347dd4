import { useEffect, useRef } from 'react';
import type { LocationState } from '../location-state/location-state.js';

/** Gives the focus to the map or the list when what had it went away with the other. */
export function useFocusOfView(view: LocationState['view']): void {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const focused = document.activeElement;
    if (focused !== document.body && !focused?.closest('[inert]')) return;
    document.getElementById(view === 'map' ? 'map' : 'main')?.focus();
  }, [view]);
}
