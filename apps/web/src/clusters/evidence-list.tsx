import type { Cluster, Evidence } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatDate, formatPValue, formatShare } from '../strings/figures.js';

type Criterion = keyof Cluster['evidence'];

const CRITERIA: readonly Criterion[] = ['coLocated', 'related', 'linked', 'active'];

/** What speaks for a cluster, what does not, and of what nothing is known. */
export function EvidenceList({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('evidence.title')}</h3>
      <ul className="evidence">
        {CRITERIA.map((criterion) => {
          const evidence = cluster.evidence[criterion];
          return (
            <li key={criterion} className={evidence.verdict}>
              <strong>{t(`evidence.criteria.${criterion}`)}</strong>
              <span className="verdict">{t(`evidence.verdicts.${evidence.verdict}`)}</span>
              <EvidenceFigure criterion={criterion} evidence={evidence} />
              <span className="note">
                {t(`evidence.rules.${criterion}`, {
                  date: cluster.earlier ? formatDate(cluster.earlier.date) : t('evidence.before'),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface EvidenceFigureProps {
  criterion: Criterion;
  evidence: Evidence;
}

function EvidenceFigure({ criterion, evidence: { figure, against } }: EvidenceFigureProps) {
  const { t } = useTranslation();
  if (figure === null || criterion === 'linked') return null;
  if (criterion === 'coLocated') {
    return <span>{t('evidence.figures.coLocated', { p: formatPValue(figure) })}</span>;
  }
  const shown = (value: number) => formatShare(criterion === 'active' ? value - 1 : value);
  return (
    <span>
      {t(`evidence.figures.${criterion}`, { figure: shown(figure) })}
      {against !== null && ` ${t('evidence.against', { figure: shown(against) })}`}
    </span>
  );
}
