import type { Cluster } from '@cluster-atlas/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import {
  formatCount,
  formatDate,
  formatDensity,
  formatQuotient,
  formatShare,
  formatSigned,
} from '../strings/figures.js';

interface ClusterMeasuresProps {
  cluster: Cluster;
  /** Without a sector every location quotient is 1 and says nothing. */
  isSectorChosen: boolean;
}

export function ClusterMeasures({ cluster, isSectorChosen }: ClusterMeasuresProps) {
  const { t } = useTranslation();
  const { jobs, jobsHigh, jobsCoverage, jobsPerKm2, effectiveSectors } = cluster;
  const rows: [name: string, value: string][] = [
    [
      t('clusters.density'),
      t('clusters.perKm2', { density: formatDensity(cluster.densityPerKm2) }),
    ],
    [t('clusters.area'), t('clusters.km2', { area: formatDensity(cluster.areaKm2) })],
  ];
  if (isSectorChosen) rows.push([t('clusters.quotient'), formatQuotient(cluster)]);
  rows.push(growthOf(cluster, t));
  if (jobs !== null) {
    const range =
      jobsHigh === jobs ? formatCount(jobs) : `${formatCount(jobs)}–${formatCount(jobsHigh!)}`;
    rows.push([
      t('hub.jobs'),
      t('hub.jobsCovered', { jobs: range, share: formatShare(jobsCoverage!) }),
    ]);
    rows.push([
      t('clusters.jobsDensity'),
      t('clusters.perKm2', { density: formatDensity(jobsPerKm2!) }),
    ]);
  }
  if (effectiveSectors !== null) {
    rows.push([
      t('clusters.diversity'),
      t('clusters.effective', { number: formatDensity(effectiveSectors) }),
    ]);
  }
  rows.push([t('clusters.compactness'), formatDensity(cluster.compactness)]);
  return (
    <section>
      <h3>{t('clusters.measures')}</h3>
      <dl className="measures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isSectorChosen && <p className="note">{t('clusters.quotientMeaning')}</p>}
    </section>
  );
}

/** Of the selected businesses inside the outline of now. */
function growthOf({ matching, earlier }: Cluster, t: TFunction): [name: string, value: string] {
  if (!earlier) return [t('clusters.growthUnknown'), t('clusters.growthNoData')];
  const [before, now] = [formatCount(earlier.matching), formatCount(matching)];
  const growth = earlier.matching === 0 ? null : matching / earlier.matching - 1;
  return [
    t('clusters.growth', { date: formatDate(earlier.date) }),
    growth === null
      ? t('clusters.growthFromNone', { now })
      : t('clusters.growthFrom', { growth: formatSigned(growth, formatShare), before, now }),
  ];
}
