import type { SelectionQuery } from '@cluster-atlas/contract';

/** The choices of a selection, in words that a reader can check. */
export function describeSelection(query: Omit<SelectionQuery, 'date'>): Record<string, unknown> {
  return {
    sectors: query.sectors ?? null,
    sectorGroup: query.sectorGroup ?? null,
    primaryOnly: query.primaryOnly,
    sectorMatch: query.primaryOnly ? 'first code' : 'any code',
    status: query.status ?? 'all still on the register',
    location: query.location,
    sizeBands: query.sizeBands ?? null,
    massAddresses: query.massAddresses,
  };
}
