import type { BusinessList, BusinessSummary } from '@cluster-atlas/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client.js';
import { writeSelection, type Selection } from '../location-state/selection-parameters.js';

interface BusinessRequest {
  selection: Selection;
  /** Where, in the API's parameters: `bbox` and `near`, or `site`. */
  where: Record<string, string>;
  pageSize: number;
}

export interface Businesses<Item = BusinessSummary> {
  items: Item[];
  /** Undefined until the first page has come. */
  total: number | undefined;
  error: Error | null;
  /** The items belong to the request before. */
  isStale: boolean;
  isLoadingMore: boolean;
  /** Undefined when all are there. */
  loadMore: (() => void) | undefined;
  retry: () => void;
}

/** A list of the selected businesses, a page at a time. */
export function useBusinesses({ selection, where, pageSize }: BusinessRequest): Businesses {
  const query = new URLSearchParams([...writeSelection(selection), ...Object.entries(where)]);
  const key = where['site'] === undefined ? 'businesses' : `businesses at ${where['site']}`;
  return usePagedBusinesses({ key, query, pageSize, ask: api.businesses });
}

interface PagedRequest<Item> {
  /** With the query, names what is asked for; under another query of the same key the old items stay. */
  key: string;
  query: URLSearchParams;
  pageSize: number;
  ask: (request: { query: string; signal: AbortSignal }) => Promise<PageOf<Item>>;
}

/** A page of any list: of businesses, or of what else is told of each. */
export type PageOf<Item> = Omit<BusinessList, 'items'> & { items: Item[] };

/** Any list of businesses that comes in pages. */
export function usePagedBusinesses<Item>({
  key,
  query,
  pageSize,
  ask,
}: PagedRequest<Item>): Businesses<Item> {
  const base = new URLSearchParams(query);
  base.set('limit', String(pageSize));
  const result = useInfiniteQuery({
    queryKey: [key, base.toString()],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(base);
      if (pageParam !== null) page.set('cursor', pageParam);
      return ask({ query: page.toString(), signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[0] === key ? previous : undefined,
  });
  const items = useMemo(
    () => result.data?.pages.flatMap((page) => page.items) ?? [],
    [result.data],
  );
  return {
    items,
    total: result.data?.pages[0]?.total,
    error: result.error,
    isStale: result.isPlaceholderData,
    isLoadingMore: result.isFetchingNextPage,
    loadMore:
      result.hasNextPage && !result.isFetchingNextPage
        ? () => void result.fetchNextPage()
        : undefined,
    retry: () => void result.refetch(),
  };
}
