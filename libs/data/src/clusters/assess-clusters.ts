import type { Cluster, TierThresholds } from '@cluster-atlas/contract';
import {
  selectInTurns,
  type PlacedBusinesses,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { firstEdition } from '../analyses/date-warnings.js';
import { inTurns } from '../analyses/in-turns.js';
import { divisionMix, type KnownSector } from '../sectors/division-mix.js';
import { evidenceOf } from './cluster-evidence.js';
import type { Judgements } from './judge-clusters.js';
import type { Membership } from './list-members.js';
import type { MeasuredCluster } from './measure-cluster.js';
import { tierClusters } from './tier-clusters.js';

/** Three years. */
const DAYS_BEFORE = 1096;

/** The selection three years before; null before the first edition, which holds survivors only. */
export async function earlierSelection(
  database: DataSource,
  selection: Selection,
): Promise<Selection | null> {
  const edition = await firstEdition(database);
  const date = selection.date - DAYS_BEFORE;
  return edition && date >= edition.day ? { ...selection, date } : null;
}

interface AssessedRun {
  store: PointStore;
  earlier: Selection | null;
  placed: PlacedBusinesses;
  sectors: ReadonlyMap<number, KnownSector>;
  members: readonly Membership[];
  judged: Judgements;
}

type Assessment = Pick<Cluster, 'tier' | 'evidence' | 'significance' | 'robustness'>;

/** How each cluster stands: beside the others, against chance, and by what speaks for it. */
export async function assessClusters(
  measured: readonly MeasuredCluster[],
  { store, earlier, placed, sectors, members, judged }: AssessedRun,
): Promise<{ assessments: Assessment[]; tiers: TierThresholds | null }> {
  const { all, matching } = placed.base;
  const isEveryone = matching === all; // then every quotient is 1
  const { tiers, thresholds } = tierClusters(isEveryone ? [] : measured);
  const base = {
    sectors: divisionMix(firstOfEach(placed), sectors),
    matching,
    earlierMatching: earlier && (await inTurns(store, () => countMatching(store, earlier))),
  };
  const assessments = measured.map((cluster, i) => {
    const { cluster: number } = members[i]!;
    const significance = judged.significance.get(number) ?? null;
    return {
      tier: tiers[i] ?? null,
      evidence: evidenceOf({ ...cluster, significance }, base),
      significance,
      robustness: judged.robustness?.[number] ?? null,
    };
  });
  return { assessments, tiers: thresholds };
}

function* countMatching(store: PointStore, selection: Selection): Generator<undefined, number> {
  let count = 0;
  yield* selectInTurns(store, selection, ({ matches }) => {
    if (matches) count++;
  });
  return count;
}

/** The primary sector of each business, however many places it has. */
function* firstOfEach({ ids, primarySectors }: PlacedBusinesses): Iterable<number> {
  for (let i = 0; i < ids.length; i++) {
    if (i === 0 || ids[i] !== ids[i - 1]) yield primarySectors[i]!;
  }
}
