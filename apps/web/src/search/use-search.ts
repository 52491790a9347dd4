import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api } from '../api/client.js';
import { toFoundPlaces, type FoundPlace } from './found-places.js';

/** Shorter than the pause of a slow typist, longer than that of a fast one. */
const PAUSE_MILLISECONDS = 200;

const SHORTEST = 2;

interface Search {
  /** Null while nothing is asked or known. */
  found: FoundPlace[] | null;
  isFailed: boolean;
}

/** What is called like the text, once the typing pauses. */
export function useSearch(text: string): Search {
  const wanted = text.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, isError } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) =>
      api.search({ query: new URLSearchParams({ q: asked }).toString(), signal }),
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const found = useMemo(() => (data ? toFoundPlaces(data) : null), [data]);
  return { found: wanted.length < SHORTEST ? null : found, isFailed: isError };
}
