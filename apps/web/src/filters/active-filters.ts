import type { Facets } from '@cluster-atlas/contract';
import type { TFunction } from 'i18next';
import { EVERYTHING, type Selection } from '../location-state/selection-parameters.js';
import { formatDate } from '../strings/figures.js';

export interface ActiveFilter {
  name: string;
  /** The selection when this filter is taken away. */
  without: Selection;
}

/** Each filter that is not at its default, named as the facets name it. */
export function activeFilters(
  selection: Selection,
  facets: Facets | undefined,
  t: TFunction,
): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  const add = (name: string, change: Partial<Selection>) =>
    filters.push({ name, without: { ...selection, ...change } });
  const { sectorGroup, sectors = [], sizeBands = [], status, location, date } = selection;
  const sectorNames = [...(facets?.sections ?? []), ...(facets?.divisions ?? [])];

  if (sectorGroup !== undefined) {
    const name = labelOf(facets?.sectorGroups, sectorGroup);
    add(t('filters.chipGroup', { name }), { sectorGroup: undefined });
  }
  for (const code of sectors) add(labelOf(sectorNames, code), { sectors: without(sectors, code) });
  if (selection.primaryOnly) add(t('filters.chipPrimary'), { primaryOnly: false });
  if (status !== undefined) {
    const name = labelOf(facets?.statuses, status);
    add(t('filters.chipStatus', { name }), { status: undefined });
  }
  for (const band of sizeBands) {
    const name = labelOf(facets?.sizeBands, band);
    add(t('filters.chipSize', { name }), { sizeBands: without(sizeBands, band) });
  }
  if (location !== EVERYTHING.location) {
    const name = t(`filters.locations.${location}`);
    add(t('filters.chipWhere', { name }), { location: EVERYTHING.location });
  }
  if (selection.massAddresses === 'include') {
    add(t('filters.chipMass'), { massAddresses: EVERYTHING.massAddresses });
  }
  if (date !== undefined) {
    add(t('filters.chipDate', { date: formatDate(date) }), { date: undefined });
  }
  return filters;
}

function labelOf(values: Facets['sections'] | undefined, wanted: string): string {
  return values?.find(({ value }) => value === wanted)?.label ?? wanted;
}

function without<Item>(items: readonly Item[], removed: Item): Item[] | undefined {
  const rest = items.filter((item) => item !== removed);
  return rest.length > 0 ? rest : undefined;
}
