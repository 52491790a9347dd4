import type { SearchResults } from '@cluster-atlas/contract';

export type FoundKind = keyof SearchResults;

export interface FoundPlace {
  kind: FoundKind;
  key: string;
  name: string;
  /** A hub's slug. */
  hub: string | null;
  /** Says where, if the name does not. */
  postcode: string | null;
  /** Null for a business that could not be placed. */
  position: { longitude: number; latitude: number } | null;
}

/** Hubs, then postcodes, then businesses, each in the API's order. */
export function toFoundPlaces({ hubs, postcodes, businesses }: SearchResults): FoundPlace[] {
  return [
    ...hubs.map(({ slug, name, longitude, latitude }): FoundPlace => {
      const position = { longitude, latitude };
      return { kind: 'hubs', key: `hub ${slug}`, name, hub: slug, postcode: null, position };
    }),
    ...postcodes.map(({ code, longitude, latitude }): FoundPlace => {
      const position = { longitude, latitude };
      return { kind: 'postcodes', key: code, name: code, hub: null, postcode: null, position };
    }),
    ...businesses.map(({ id, name, postcode, longitude, latitude }): FoundPlace => {
      const isPlaced = longitude !== null && latitude !== null;
      const position = isPlaced ? { longitude, latitude } : null;
      return { kind: 'businesses', key: id, name, hub: null, postcode, position };
    }),
  ];
}
