import type { SelectionQuery } from '@cluster-atlas/contract';

/** The choices of a selection, in words that a reader can check. */
export function describeSelection(query: SelectionQuery, date: number): Record<string, unknown> {
  return {
    sectors: query.sectors ?? null,
    sectorGroup: query.sectorGroup ?? null,
    primaryOnly: query.primaryOnly,
    sectorMatch: query.primaryOnly ? 'first code' : 'any code',
    status: query.status ?? 'all still on the register',
    location: query.location,
    sizeBands: query.sizeBands ?? null,
    massAddresses: query.massAddresses,
    date: new Date(date * 86_400_000).toISOString().slice(0, 10),
  };
}
