import { FacetChoices } from './facet-choices.js';
import { GroupCounts, type Grouping } from './group-counts.js';
import { degreeBox, type DegreeBox } from './mercator-box.js';
import type { IndexedPoints } from './point-columns.js';
import { forEachSelectedIn, type Excluded, type Selection } from './selection.js';
import { SIZE_BANDS } from './size-band.js';

export interface FacetQuery {
  /** Null: everywhere. */
  box: DegreeBox | null;
  /** Ways to group the sectors; a sector is in one group at most of each. */
  groupings: readonly Grouping[];
}

/** Numbers of businesses; each facet counts under the choices of the others, not its own. */
export interface FacetCounts {
  /** That match in sector, status and size. */
  total: number;
  /** Whatever their sector, status and size. */
  all: number;
  /** For each grouping the businesses in each group, by its number; 0 is no group. */
  byGroup: Uint32Array[];
  /** In lower case, null: none stated; the most businesses first, then by text. */
  byStatus: { status: string | null; businesses: number }[];
  /** By place in SIZE_BANDS. */
  bySizeBand: Uint32Array;
  /** Of the businesses with a location of any kind in the box; none by their status. */
  excluded: Excluded;
}

/**
 * Counts the businesses in a box by sector group, status and size, in one pass.
 *
 * A business with several sectors counts in the group of each, but once in a group; with
 * `primaryOnly` in that of the first sector alone.
 *
 * @throws {RangeError} if the box is upside down
 */
export function countFacets(
  points: IndexedPoints,
  { box, groupings }: FacetQuery,
  selection: Selection,
): FacetCounts {
  const { columns } = points;
  const { statuses, sizeBands } = columns.businesses;
  const choices = new FacetChoices(columns, selection);
  const groups = new GroupCounts(columns, groupings, selection.primaryOnly);
  const statusCounts = new Uint32Array(columns.statuses.length);
  const bySizeBand = new Uint32Array(SIZE_BANDS.length);
  let [total, all] = [0, 0];
  const anyFacet = { ...selection, status: null, sizeBands: null, sectors: null };
  const area = { selection: anyFacet, box: box && degreeBox(box) };
  const excluded = forEachSelectedIn(points, area, ({ slot }) => {
    const hasStatus = choices.hasStatus(slot);
    const hasSize = choices.hasSize(slot);
    const hasSector = choices.hasSector(slot);
    all++;
    if (hasStatus && hasSize && hasSector) total++;
    if (hasStatus && hasSize) groups.add(slot);
    if (hasSize && hasSector) statusCounts[statuses[slot]!]!++;
    if (hasStatus && hasSector) bySizeBand[sizeBands[slot]!]!++;
  });
  const byStatus = listStatuses(columns.statuses, statusCounts);
  return { total, all, byGroup: groups.list(), byStatus, bySizeBand, excluded };
}

function listStatuses(texts: readonly string[], counts: Uint32Array): FacetCounts['byStatus'] {
  return texts
    .map((text, number) => ({ status: number === 0 ? null : text, businesses: counts[number]! }))
    .filter(({ businesses }) => businesses > 0)
    .sort((a, b) => b.businesses - a.businesses || compareTexts(a.status, b.status));
}

/** None comes last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
