import type { HubRanking } from '@cluster-atlas/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { startStrings } from '../strings/start-strings.js';
import { RankingSection } from './ranking-section.js';

const NEAR = { slug: 'near', name: 'Near', counts: [9, 12], densities: [45.8, 3.8], ranks: [1, 2] };
const FAR = { slug: 'far', name: 'Far', counts: [2, 40], densities: [10.2, 12.7], ranks: [2, 1] };

const RANKING: HubRanking = {
  radii: [250, 1000],
  hubs: [NEAR, FAR],
  allHubs: 5,
  reversals: [{ ahead: 'near', behind: 'far', from: 250, to: 1000 }],
  compared: 1,
  definition: {},
  warnings: [],
};

beforeAll(() => startStrings());

function show(ranking: HubRanking) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RankingSection ranking={ranking} />
    </QueryClientProvider>,
  );
}

it('warns of each pair that changes places, and draws and lists their ranks', () => {
  show(RANKING);

  expect(screen.getByText(/^Yes: 1 of 1 pairs of leading hubs changes place/)).toBeTruthy();
  expect(
    screen.getByText('Near is ahead of Far within 250 m, but behind it within 1 km.'),
  ).toBeTruthy();
  expect(screen.getByRole('img', { name: /^Rank of each hub/ })).toBeTruthy();
  const [, near] = screen.getAllByRole('row');
  expect([...near!.children].map((cell) => cell.textContent)).toEqual([
    'Near',
    '1. (9)',
    '2. (12)',
  ]);
});

it('says that the order stands where no pair does', () => {
  show({ ...RANKING, reversals: [] });

  expect(screen.getByText(/^No\. The 2 leading hubs stand in the same order/)).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

it('compares no single hub', () => {
  show({ ...RANKING, hubs: [NEAR], reversals: [] });

  expect(screen.getByText(/^Fewer than two hubs/)).toBeTruthy();
});
