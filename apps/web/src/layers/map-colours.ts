import { useSyncExternalStore } from 'react';
import { usePrinting } from '../report/printing.js';
import { DENSITY_CLASSES, DIFFERENCE_STEPS } from './density-scale.js';

/** Colours of what is drawn on canvases, from the design tokens of styles/tokens.css. */
export interface MapColours {
  density: string[];
  /** Where more are registered than trade, and the other way round; the least first. */
  registered: string[];
  trading: string[];
  others: string;
  site: string;
  siteText: string;
  siteEdge: string;
  /** Of the reader's own list. */
  list: { fill: string; edge: string; text: string };
}

export function readMapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    density: Array.from({ length: DENSITY_CLASSES }, (_, i) => token(`--density-${i}`)),
    registered: DIFFERENCE_STEPS.map((_, i) => token(`--registered-${i}`)),
    trading: DIFFERENCE_STEPS.map((_, i) => token(`--trading-${i}`)),
    others: token('--density-others'),
    site: token('--site'),
    siteText: token('--site-text'),
    siteEdge: token('--site-edge'),
    list: {
      fill: token('--list-mark'),
      edge: token('--list-edge'),
      text: token('--ink'),
    },
  };
}

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

function subscribe(listener: () => void): () => void {
  const lists = QUERIES.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
  };
}

/** Changes when the reader's colour scheme does, or that of paper is due, so that canvases can be drawn anew. */
export function useColourScheme(): string {
  const scheme = useSyncExternalStore(subscribe, () =>
    QUERIES.map((query) => window.matchMedia(query).matches).join(),
  );
  return usePrinting() ? 'paper' : scheme;
}
