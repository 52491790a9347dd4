import { useMemo, useSyncExternalStore } from 'react';
import { readLocation, writeLocation, type LocationState } from './location-state.js';

/** `push` makes a step that the back button undoes, `replace` does not. */
export type Navigate = (change: Partial<LocationState>, step?: 'push' | 'replace') => void;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Changes a part of what the address says; the rest stays. */
export const navigate: Navigate = (change, step = 'push') => {
  const search = writeLocation({ ...readLocation(window.location.search), ...change });
  if (search === window.location.search) return;
  const address = `${window.location.pathname}${search}`;
  if (step === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  for (const listener of listeners) listener();
};

/** What the address says, now and after each change of it. */
export function useLocationState(): LocationState {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => readLocation(search), [search]);
}
