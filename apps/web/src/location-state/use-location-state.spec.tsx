import { act, render, screen } from '@testing-library/react';
import { jest } from '@jest/globals';
import { navigate, useLocationState } from './use-location-state.js';

function Place() {
  const { open, view } = useLocationState();
  return <p>{`${view} ${open?.kind === 'hub' ? open.slug : 'nothing'}`}</p>;
}

beforeEach(() => {
  window.history.replaceState(null, '', '/');
  window.dispatchEvent(new Event('popstate'));
});

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

it('shows each step of a dragged slider at once, and writes a few of them to the address', () => {
  render(<Place />);
  const written = jest.spyOn(window.history, 'replaceState');

  for (const slug of ['a', 'b', 'c', 'd']) {
    act(() => navigate({ open: { kind: 'hub', slug } }, 'replace'));
    expect(screen.getByText(`map ${slug}`)).toBeTruthy();
  }

  expect(written.mock.calls.length).toBeLessThan(2);
  window.dispatchEvent(new Event('pagehide'));
  expect(window.location.search).toBe('?hub=d');
});

it('writes the step before where the next is one of its own', async () => {
  render(<Place />);
  act(() => navigate({ open: { kind: 'hub', slug: 'a' } }, 'replace'));
  act(() => navigate({ open: { kind: 'hub', slug: 'b' } }, 'replace'));
  act(() => navigate({ view: 'list' }));
  expect(screen.getByText('list b')).toBeTruthy();

  act(() => window.history.back());

  expect(await screen.findByText('map b')).toBeTruthy();
});
