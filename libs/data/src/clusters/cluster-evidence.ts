import type { Cluster, ClusterEvidence, Evidence } from '@cluster-atlas/contract';
import type { MeasuredCluster } from './measure-cluster.js';

/** The 5 % that is customary. */
const SIGNIFICANT = 0.05;

type JudgedCluster = Pick<MeasuredCluster, 'sectors' | 'matching' | 'earlier'> &
  Pick<Cluster, 'significance'>;

/** The same of the whole selection. */
export interface EvidenceBase {
  sectors: MeasuredCluster['sectors'];
  matching: number;
  /** null where nothing is known of the earlier date. */
  earlierMatching: number | null;
}

export function evidenceOf(cluster: JudgedCluster, base: EvidenceBase): ClusterEvidence {
  return {
    coLocated: judge(cluster.significance?.p ?? null, SIGNIFICANT, (p) => p < SIGNIFICANT),
    related: judgeRelated(pairsAlike(cluster.sectors), pairsAlike(base.sectors)),
    linked: { verdict: 'noEvidence', figure: null, against: null },
    active: judge(
      ratio(cluster.matching, cluster.earlier?.matching ?? null),
      ratio(base.matching, base.earlierMatching),
      (growth) => growth > 1,
    ),
  };
}

/** Where the whole selection is of one division, so is every cluster, and nothing is learnt. */
function judgeRelated(figure: number | null, against: number | null): Evidence {
  if (figure === null || against === null || against === 1) {
    return { verdict: 'noEvidence', figure, against };
  }
  return judge(figure, against, (share) => share > against);
}

function judge(
  figure: number | null,
  against: number | null,
  isMet: (figure: number) => boolean,
): Evidence {
  if (figure === null) return { verdict: 'noEvidence', figure, against };
  return { verdict: isMet(figure) ? 'met' : 'notMet', figure, against };
}

function ratio(after: number, before: number | null): number | null {
  return before === null || before === 0 ? null : after / before;
}

/** Of all pairs, the share within one division; null without a pair. Codes of 2003 have none. */
function pairsAlike(sectors: MeasuredCluster['sectors']): number | null {
  let [alike, businesses] = [0, 0];
  for (const { code, count } of sectors) {
    if (code === 'SIC 2003') continue;
    alike += count * (count - 1);
    businesses += count;
  }
  return businesses < 2 ? null : alike / (businesses * (businesses - 1));
}
