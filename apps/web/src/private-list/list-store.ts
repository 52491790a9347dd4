import { useSyncExternalStore } from 'react';
import type { ListedBusiness, PlacedBusiness } from './listed-business.js';
import type { ReadList } from './read-list.js';

/** How far the postcodes have been looked up. */
type Lookup =
  | { state: 'none' }
  | { state: 'running'; done: number; all: number; isPaused: boolean }
  | { state: 'failed'; error: Error };

export interface PrivateList extends ReadList {
  /** Of the file. */
  name: string;
  lookup: Lookup;
}

/**
 * The reader's own list, in the memory of this page alone: neither address, storage nor server has it.
 */
let list: PrivateList | null = null;
/** What the map has been asked to show, until it has. */
let wanted: PlacedBusiness | 'all' | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function setList(next: PrivateList | null): void {
  list = next;
  if (next === null) wanted = null;
  tell();
}

/** Changes the list unless it has been forgotten or replaced meanwhile. */
export function changeList(of: readonly ListedBusiness[], change: Partial<PrivateList>): boolean {
  if (list?.businesses !== of) return false;
  setList({ ...list, ...change });
  return true;
}

export function usePrivateList(): PrivateList | null {
  return useSyncExternalStore(subscribe, () => list);
}

export function showOnMap(what: PlacedBusiness | 'all' | null): void {
  wanted = what;
  tell();
}

export function useWantedOnMap(): typeof wanted {
  return useSyncExternalStore(subscribe, () => wanted);
}
