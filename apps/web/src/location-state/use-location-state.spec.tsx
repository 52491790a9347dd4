import { act, render, screen } from '@testing-library/react';
import { navigate, useLocationState } from './use-location-state.js';

function Place() {
  const { open, view } = useLocationState();
  return <p>{`${view} ${open?.kind === 'hub' ? open.slug : 'nothing'}`}</p>;
}

beforeEach(() => window.history.replaceState(null, '', '/'));

it('shows what the address says after each change of it', () => {
  render(<Place />);

  act(() => navigate({ open: { kind: 'hub', slug: 'mediacityuk' } }));

  expect(screen.getByText('map mediacityuk')).toBeTruthy();
  expect(window.location.search).toBe('?hub=mediacityuk');
});

it('makes a step back for an opened panel and none for a moved map', () => {
  const before = window.history.length;

  navigate({ open: { kind: 'hub', slug: 'mediacityuk' } });
  navigate({ map: { zoom: 12, longitude: -2.3, latitude: 53.47 } }, 'replace');
  navigate({ map: { zoom: 12, longitude: -2.3, latitude: 53.47 } });

  expect(window.history.length).toBe(before + 1);
  expect(window.location.search).toBe('?hub=mediacityuk&map=12/53.47/-2.3');
});

it('follows the back button', async () => {
  render(<Place />);
  act(() => navigate({ view: 'list' }));

  act(() => window.history.back());

  expect(await screen.findByText('map nothing')).toBeTruthy();
});
