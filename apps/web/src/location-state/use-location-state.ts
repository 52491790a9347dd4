import { useMemo, useSyncExternalStore } from 'react';
import { readLocation, writeLocation, type LocationState } from './location-state.js';

/** `push` makes a step that the back button undoes, `replace` does not. */
export type Navigate = (change: Partial<LocationState>, step?: 'push' | 'replace') => void;

/** Browsers refuse about a hundred changes of the address in ten seconds; a dragged slider makes more. */
const LEAST_MILLISECONDS = 150;

const listeners = new Set<() => void>();

/** What the address is about to say; null where it says it already. */
let unwritten: string | null = null;
let lastWritten = -Infinity;
let timer: number | undefined;

function search(): string {
  return unwritten ?? window.location.search;
}

function write(step: 'pushState' | 'replaceState', written: string): void {
  window.clearTimeout(timer);
  unwritten = null;
  window.history[step](null, '', `${window.location.pathname}${written}`);
}

function writeNow(): void {
  if (unwritten === null) return;
  lastWritten = performance.now();
  write('replaceState', unwritten);
}

function writeSoon(written: string): void {
  window.clearTimeout(timer);
  unwritten = written;
  const wait = lastWritten + LEAST_MILLISECONDS - performance.now();
  if (wait <= 0) writeNow();
  else timer = window.setTimeout(writeNow, wait);
}

/** The address is that of another step by now: what was not written is of the one before. */
function forget(): void {
  window.clearTimeout(timer);
  unwritten = null;
}

// before any listener of a component, which reads the address
window.addEventListener('popstate', forget);
window.addEventListener('pagehide', writeNow);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** What the address says, or is about to say. */
export function currentLocation(): LocationState {
  return readLocation(search());
}

/** Changes a part of what the address says; the rest stays. */
export const navigate: Navigate = (change, step = 'push') => {
  const changed = writeLocation({ ...currentLocation(), ...change });
  if (changed === search()) return;
  if (step === 'push') {
    writeNow();
    write('pushState', changed);
  } else {
    writeSoon(changed);
  }
  for (const listener of listeners) listener();
};

/** What the address says, now and after each change of it. */
export function useLocationState(): LocationState {
  const shown = useSyncExternalStore(subscribe, search);
  return useMemo(() => readLocation(shown), [shown]);
}
