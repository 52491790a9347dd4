import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client.js';
import { useSettled } from '../api/use-settled.js';
import { toFoundPlaces, type FoundPlace } from './found-places.js';

/** Shorter than the pause of a slow typist, longer than that of a fast one. */
const PAUSE_MILLISECONDS = 200;

const SHORTEST = 2;

interface Search {
  /** Null while nothing is asked or known; those of the text before while others are looked for. */
  found: FoundPlace[] | null;
  isFailed: boolean;
  /** The first that the present text finds, without a pause; undefined if there is none. */
  findFirst: () => Promise<FoundPlace | undefined>;
}

/** What is called like the text, once the typing pauses. */
export function useSearch(text: string): Search {
  const client = useQueryClient();
  const wanted = text.trim();
  const asked = useSettled(wanted, PAUSE_MILLISECONDS) ?? '';
  const { data, isError } = useQuery({
    ...searchRequest(asked),
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const found = useMemo(() => (data ? toFoundPlaces(data) : null), [data]);
  return {
    found: wanted.length < SHORTEST ? null : found,
    isFailed: isError,
    findFirst: async () => {
      if (wanted.length < SHORTEST) return undefined;
      return toFoundPlaces(await client.fetchQuery(searchRequest(wanted)))[0];
    },
  };
}

function searchRequest(text: string) {
  return queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) =>
      api.search({ query: new URLSearchParams({ q: text }).toString(), signal }),
  });
}
