import type { BusinessSummary } from '@cluster-atlas/contract';

/** A line of a list that is grouped by sector. */
export type SectorRow =
  | { kind: 'sector'; key: string; title: string | null; count: number }
  | { kind: 'business'; key: string; business: BusinessSummary };

/** Each sector, the largest first and ties by title, followed by its businesses by name. */
export function toSectorRows(businesses: readonly BusinessSummary[]): SectorRow[] {
  const groups = new Map<string, BusinessSummary[]>();
  for (const business of businesses) {
    const title = business.sector?.title ?? '';
    groups.set(title, [...(groups.get(title) ?? []), business]);
  }
  return [...groups]
    .toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, 'en'))
    .flatMap(([title, members]): SectorRow[] => [
      { kind: 'sector', key: `sector ${title}`, title: title || null, count: members.length },
      ...members
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
        .map((business): SectorRow => ({ kind: 'business', key: business.id, business })),
    ]);
}
