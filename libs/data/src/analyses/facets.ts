import type { FacetQuery, Facets } from '@cluster-atlas/contract';
import {
  countFacets,
  SIZE_BANDS,
  type PointStore,
  type SizeBand,
  type Selection,
} from '@cluster-atlas/points';
import type { SectorGrouping, SectorGroupings } from '../sectors/sector-groupings.js';

const SIZE_BAND_LABELS: Readonly<Record<SizeBand, string>> = {
  '0': 'none',
  '1': '1',
  '2-9': '2 to 9',
  '10-49': '10 to 49',
  '50-249': '50 to 249',
  '250+': '250 or more',
  unknown: 'not stated',
};

/** Counts beside every filter: OR within a facet, AND across them. */
export function countBusinessFacets(
  store: PointStore,
  { query, selection }: { query: FacetQuery; selection: Selection },
  { sections, divisions, named }: SectorGroupings,
): Facets {
  const groupings = [sections, divisions, ...named];
  const counts = countFacets(
    store,
    { box: query.bbox ?? null, groupings: groupings.map(({ groupOf }) => groupOf) },
    selection,
  );
  const values = (index: number) => facetValues(groupings[index]!, counts.byGroup[index]!);
  return {
    total: counts.total,
    all: counts.all,
    sections: values(0),
    divisions: values(1),
    sectorGroups: named.flatMap((_, i) => values(i + 2)),
    statuses: counts.byStatus.flatMap(({ status, businesses }) =>
      status === null ? [] : [{ value: status, label: sentenceCase(status), count: businesses }],
    ),
    sizeBands: SIZE_BANDS.map((band, i) => ({
      value: band,
      label: SIZE_BAND_LABELS[band],
      count: counts.bySizeBand[i]!,
    })),
    excluded: { massAddress: counts.excluded.massAddress, noLocation: counts.excluded.noLocation },
  };
}

function facetValues({ groups }: SectorGrouping, counts: Uint32Array): Facets['sections'] {
  return groups.map(({ value, label }, i) => ({ value, label, count: counts[i + 1] ?? 0 }));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
