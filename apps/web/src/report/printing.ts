import { useSyncExternalStore } from 'react';

const PRINTING = 'data-printing';
const CLOSED = ':is(main, .side-panel) details:not([open])';

const root = document.documentElement;
const listeners = new Set<() => void>();
const preparations = new Set<() => Promise<unknown>>();
let opened: HTMLDetailsElement[] = [];

const isPrinting = () => root.hasAttribute(PRINTING);

/** Style sheets go by the attribute, so that the page is measured as printed while it is on the screen. */
function setPrinting(isNow: boolean): void {
  if (isNow === isPrinting()) return;
  root.toggleAttribute(PRINTING, isNow);
  if (isNow) opened = [...document.querySelectorAll<HTMLDetailsElement>(CLOSED)];
  for (const details of opened) details.open = isNow;
  for (const listener of listeners) listener();
}

/** Follows the browser, whichever way it is asked to print. */
export function followPrinting(): void {
  const paper = window.matchMedia('print');
  window.addEventListener('beforeprint', () => setPrinting(true));
  window.addEventListener('afterprint', () => setPrinting(paper.matches));
  paper.addEventListener('change', () => setPrinting(paper.matches));
}

/** Prints the page once all that it shows on paper is there. */
export async function printPage(): Promise<void> {
  setPrinting(true);
  await new Promise(requestAnimationFrame);
  await Promise.all([...preparations].map((prepare) => prepare()));
  window.print();
}

/** @returns takes it back */
export function prepareForPrint(prepare: () => Promise<unknown>): () => void {
  preparations.add(prepare);
  return () => preparations.delete(prepare);
}

/** Whether the page is as it is on paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
