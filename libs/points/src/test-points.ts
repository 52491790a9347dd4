import type { StoredBusiness, StoredLocation } from './business.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';

export const PLACE: StoredLocation = {
  kind: 'registered',
  easting: 400_000,
  northing: 300_000,
  longitude: -2,
  latitude: 52.6,
  postcode: 'M1 1AA',
  start: null,
  end: null,
};

export const BUSINESS: StoredBusiness = {
  id: 1,
  status: 'Active',
  start: null,
  end: null,
  jobsLow: null,
  jobsHigh: null,
  sectors: [7],
  locations: [PLACE],
};

export const EVERYONE: Selection = {
  sectors: null,
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 20_000,
  massAddresses: 'exclude',
};

export function storeOf(...businesses: StoredBusiness[]): PointStore {
  const store = new PointStore();
  for (const business of businesses) store.put(business);
  return store;
}

/** Without pauses. */
export function finish<Result>(turns: Generator<undefined, Result>): Result {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** 501 registrations at one postcode, with ids from 1000 on. */
export function massRegistrations(place: StoredLocation): StoredBusiness[] {
  return Array.from({ length: 501 }, (_, i) => ({
    ...BUSINESS,
    id: 1000 + i,
    locations: [place],
  }));
}
