import type { ClusterHistory } from '@cluster-atlas/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { readLocation } from '../location-state/location-state.js';
import { startStrings } from '../strings/start-strings.js';
import { TimeSlider } from './time-slider.js';

const YEAR = { clusters: 1, clustered: 12, businesses: 40 };

const HISTORY: ClusterHistory = {
  dates: [
    { ...YEAR, date: '2017-12-31', isSurvivorsOnly: true },
    { ...YEAR, date: '2018-12-31', isSurvivorsOnly: false },
  ],
  ...{ clusters: [], events: [], flows: [], definition: {}, warnings: [] },
};

beforeAll(async () => {
  await startStrings();
  window.matchMedia = () => ({ matches: false }) as MediaQueryList; // jsdom has none
});

it.each([
  ['2017-12-31', '31 December 2017: 1 cluster, of survivors only'],
  ['2018-12-31', '31 December 2018: 1 cluster'],
])('says at %s whether only survivors are known', (date, text) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(['cluster history', ''], HISTORY);

  render(
    <QueryClientProvider client={client}>
      <TimeSlider state={readLocation(`?date=${date}`)} businesses={40} />
    </QueryClientProvider>,
  );

  const slider = screen.getByRole('slider', { name: text });
  expect(slider.getAttribute('aria-valuetext')).toBe(text);
});
