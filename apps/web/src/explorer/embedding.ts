import { createContext, use } from 'react';

/** Whether the map stands in the page of another site, where there are no tables and comparisons. */
export const Embedding = createContext(false);

export function useIsEmbedded(): boolean {
  return use(Embedding);
}
