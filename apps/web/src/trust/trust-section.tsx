import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { LoadingState, ProblemState } from '../explorer/request-state.js';

interface TrustSectionProps<Answer> {
  title: string;
  /** Names the request. */
  name: string;
  query: string;
  fetch: (request: { query: string; signal: AbortSignal }) => Promise<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** A part of the panel that asks for its own figures; the old ones stay while others are counted. */
export function TrustSection<Answer>(props: TrustSectionProps<Answer>) {
  const { title, name, query, fetch, children } = props;
  const id = useId();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['trust', name, query],
    queryFn: ({ signal }) => fetch({ query, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section aria-labelledby={id} aria-busy={isPlaceholderData} className="trust-section">
      <h3 id={id}>{title}</h3>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data !== undefined && !error && children(data)}
    </section>
  );
}
