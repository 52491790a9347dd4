import { useTranslation } from 'react-i18next';
import { USUAL_CLUSTERS, type ClusterChoices } from '../location-state/cluster-choices.js';
import { LabelledSelect } from './labelled-select.js';

type Weight = ClusterChoices['weight'];
type Method = ClusterChoices['method'];
type Change = (part: Partial<ClusterChoices>) => void;

const WEIGHTS: readonly Weight[] = ['businesses', 'jobs'];
const METHODS: readonly Method[] = ['dbscan', 'hdbscan'];
/** Where the sliders begin: a hundred jobs are as many as ten small businesses have. */
const FIRST_LEAST = { businesses: USUAL_CLUSTERS.minPoints, jobs: 100 };

/** Whether clusters are of businesses or of their jobs. */
export function WeightChoice({ weight, onChange }: { weight: Weight; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <LabelledSelect
      label={t('clusters.weight')}
      value={weight}
      options={WEIGHTS.map((each) => [each, t(`clusters.weights.${each}`)])}
      meaning={weight === 'jobs' ? t('clusters.byJobs') : undefined}
      onChange={(chosen) => {
        const least = FIRST_LEAST[chosen];
        onChange({ weight: chosen, minPoints: least, minClusterSize: least });
      }}
    />
  );
}

/** The method alone: the named ways of finding clusters count businesses. */
export function MethodChoice({ method, onChange }: { method: Method; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <LabelledSelect
      label={t('clusters.preset')}
      value={method}
      options={METHODS.map((each) => [each, t(`clusters.methods.${each}`)])}
      onChange={(chosen) => onChange({ method: chosen })}
    />
  );
}
