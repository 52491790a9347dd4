import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { USUAL_CLUSTERS, type ClusterChoices } from '../location-state/cluster-choices.js';

type Weight = ClusterChoices['weight'];
type Method = ClusterChoices['method'];
type Change = (part: Partial<ClusterChoices>) => void;

const WEIGHTS: readonly Weight[] = ['businesses', 'jobs'];
const METHODS: readonly Method[] = ['dbscan', 'hdbscan'];
/** Where the sliders begin: ten businesses of the usual size have about a hundred jobs. */
const FIRST_LEAST = { businesses: USUAL_CLUSTERS.minPoints, jobs: 100 };

/** Whether clusters are of businesses or of their jobs. */
export function WeightChoice({ weight, onChange }: { weight: Weight; onChange: Change }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('clusters.weight')}</label>
      <select
        id={id}
        value={weight}
        aria-describedby={weight === 'jobs' ? `${id}-meaning` : undefined}
        onChange={({ target }) => {
          const chosen = target.value as Weight;
          const least = FIRST_LEAST[chosen];
          onChange({ weight: chosen, minPoints: least, minClusterSize: least });
        }}
      >
        {WEIGHTS.map((each) => (
          <option key={each} value={each}>
            {t(`clusters.weights.${each}`)}
          </option>
        ))}
      </select>
      {weight === 'jobs' && (
        <p className="note" id={`${id}-meaning`}>
          {t('clusters.byJobs')}
        </p>
      )}
    </>
  );
}

/** The method alone: the named ways of finding clusters count businesses. */
export function MethodChoice({ method, onChange }: { method: Method; onChange: Change }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('clusters.preset')}</label>
      <select
        id={id}
        value={method}
        onChange={({ target }) => onChange({ method: target.value as Method })}
      >
        {METHODS.map((each) => (
          <option key={each} value={each}>
            {t(`clusters.methods.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
}
