import type { HubDensity } from '@cluster-atlas/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { startStrings } from '../strings/start-strings.js';
// Jest cannot load a cycle of modules twice at once, as both charts ask for it
import './density-chart.js';
import './specialisation-chart.js';
import { DensityProfile } from './density-profile.js';

const NO_JOBS = { jobs: null, jobsHigh: null, jobsCoverage: null, jobsPerKm2: null };

/** One ring without any business, one without a match, one with both. */
const DENSITY: HubDensity = {
  hub: { slug: 'castle-house', name: 'Castle House', kind: 'co-working' },
  centre: { longitude: -1.46352, latitude: 53.38156, easting: 435783, northing: 387324 },
  rings: [
    { radius: 50, areaKm2: 0.00785, count: 0, all: 0, ...NO_JOBS, densityPerKm2: 0, lq: null, low: null, high: null },
    { radius: 250, areaKm2: 0.19635, count: 0, all: 12, ...NO_JOBS, densityPerKm2: 0, lq: 0, low: null, high: null },
    { radius: 1500, areaKm2: 7.0686, count: 60, all: 400, ...NO_JOBS, jobs: 120, jobsHigh: 340, jobsCoverage: 0.25, densityPerKm2: 8.488, lq: 1.9, low: 1.7, high: 2.1 },
  ], // prettier-ignore
  annuli: [
    { inner: 0, outer: 50, areaKm2: 0.00785, count: 0, all: 0, densityPerKm2: 0 },
    { inner: 50, outer: 250, areaKm2: 0.1885, count: 0, all: 12, densityPerKm2: 0 },
    { inner: 250, outer: 1500, areaKm2: 6.8722, count: 60, all: 388, densityPerKm2: 8.731 },
  ],
  gravity: { scaleMetres: 500, firms: 12.34, allFirms: 98.7, jobs: null },
  sectors: [{ code: '62', title: 'Computer programming', count: 45, share: 0.75 }],
  nearest: [
    { id: 'A1', name: 'Pixel Ltd', distance: 312.4, postcode: 'S3 8HQ', sector: 'Web portals' },
  ],
  base: { name: 'loaded', count: 4587, all: 71_643 },
  excluded: { massAddress: 34, noLocation: 120, notAlive: 2, status: 0 },
  definition: { radii: [50, 250, 1500], base: 'loaded', sectors: ['62'], date: '2024-02-29', primaryOnly: false, new: 'thing' }, // prettier-ignore
  warnings: ['What is loaded covers one region only.'],
};

beforeAll(() => startStrings());

async function show(density: HubDensity, isSectorChosen = true): Promise<void> {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DensityProfile density={density} isSectorChosen={isSectorChosen} onMeasure={() => {}} />
    </QueryClientProvider>,
  );
  await screen.findByRole('img', { name: /^Bar chart/ });
}

function cellsOf(table: string): string[] {
  const rows = within(screen.getByRole('table', { name: table })).getAllByRole('row');
  return rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
}

it('writes quotients with their intervals, and a dash where there is none', async () => {
  await show(DENSITY);

  expect(cellsOf('Within each radius')).toEqual([
    '50 m | 0 | 0 | 0 | – | –',
    '250 m | 0 | 12 | 0 | 0.0 | –',
    '1.5 km | 60 | 400 | 8.49 | 1.9 (1.7–2.1) | 120–340 (25%)',
  ]);
});

it('draws the quotients only where a sector is chosen', async () => {
  await show(DENSITY);
  expect(await screen.findByRole('img', { name: /^Location quotient/ })).toBeTruthy();
});

it('says instead why it draws none for all businesses', async () => {
  await show(DENSITY, false);
  expect(screen.getByText(/^Choose a sector in the filters/)).toBeTruthy();
});

it('shows warnings, what was left out, and each choice in words', async () => {
  await show(DENSITY);

  expect(screen.getByText('What is loaded covers one region only.')).toBeTruthy();
  const notes = screen.getByText('How this was measured').closest('details')!.textContent;
  expect(notes).toContain('Without a known position120');
  expect(notes).toContain('Compared witheverything loaded (4,587 of 71,643 businesses)');
  expect(notes).toContain('Radii50 m, 250 m, 1.5 km');
  expect(notes).toContain('Date29 February 2024');
  expect(notes).toContain('newthing');
});

it('says so where there is no business at all', async () => {
  const [empty] = DENSITY.rings;

  await show({ ...DENSITY, rings: [empty!], sectors: [], nearest: [], warnings: [] });

  expect(screen.getByText('There is no business of any kind within 50 m.')).toBeTruthy();
  expect(screen.getByText('No business here states a sector.')).toBeTruthy();
  expect(screen.getByText('No selected business is near.')).toBeTruthy();
});
