import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { USUAL_CLUSTERS, type ClusterChoices } from '../location-state/cluster-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import { LabelledSelect } from './labelled-select.js';

const LABELS = ['nearest', 'sklearn', 'postgis', 'star'] as const;
const SELECTIONS = ['eom', 'leaf'] as const;

interface AdvancedChoicesProps {
  choices: ClusterChoices;
  onChange: (part: Partial<ClusterChoices>) => void;
}

/** What most readers leave as it is: the finer parameters of the method. */
export function AdvancedChoices({ choices, onChange }: AdvancedChoicesProps) {
  const { t } = useTranslation();
  const { method, labels, minSamples, minScale, selection, selectionEpsilon } = choices;
  const isUsual =
    method === 'dbscan'
      ? labels === USUAL_CLUSTERS.labels
      : minSamples === undefined &&
        minScale === undefined &&
        selection === USUAL_CLUSTERS.selection &&
        selectionEpsilon === USUAL_CLUSTERS.selectionEpsilon;
  return (
    <details className="advanced-choices" open={!isUsual || undefined}>
      <summary>{t('advanced.title')}</summary>
      {method === 'dbscan' ? (
        <LabelledSelect
          label={t('advanced.labels')}
          value={labels}
          options={LABELS.map((each) => [each, t(`advanced.labelsBy.${each}`)])}
          meaning={t('advanced.labelsMeaning')}
          onChange={(chosen) => onChange({ labels: chosen })}
        />
      ) : (
        <HierarchyChoices {...{ choices, onChange }} />
      )}
      {!isUsual && (
        <button type="button" className="button quiet" onClick={() => reset(choices)}>
          {t('advanced.reset')}
        </button>
      )}
    </details>
  );
}

function reset({ minSamples: _samples, minScale: _scale, ...choices }: ClusterChoices): void {
  const { labels, selection, selectionEpsilon } = USUAL_CLUSTERS;
  navigate({ clusters: { ...choices, labels, selection, selectionEpsilon } }, 'replace');
}

/** Of HDBSCAN*. */
function HierarchyChoices({ choices, onChange }: AdvancedChoicesProps) {
  const { t } = useTranslation();
  const { minSamples, minScale, minClusterSize, selection, selectionEpsilon } = choices;
  return (
    <>
      <LabelledSelect
        label={t('advanced.selection')}
        value={selection}
        options={SELECTIONS.map((each) => [each, t(`advanced.selections.${each}`)])}
        meaning={t('advanced.selectionMeaning')}
        onChange={(chosen) => onChange({ selection: chosen })}
      />
      <NumberField
        label={t('advanced.minSamples')}
        meaning={t('advanced.minSamplesMeaning', { usual: minClusterSize })}
        value={minSamples}
        range={[1, 100_000]}
        onChange={(value) => onChange({ minSamples: value })}
      />
      <NumberField
        label={t('advanced.minScale')}
        meaning={t('advanced.minScaleMeaning')}
        value={minScale}
        range={[0, 20_000]}
        onChange={(value) => onChange({ minScale: value })}
      />
      <NumberField
        label={t('advanced.selectionEpsilon')}
        meaning={t('advanced.selectionEpsilonMeaning')}
        value={selectionEpsilon}
        range={[0, 20_000]}
        onChange={(value = 0) => onChange({ selectionEpsilon: value })}
      />
    </>
  );
}

interface NumberFieldProps {
  label: string;
  meaning: string;
  /** Undefined is shown as empty. */
  value: number | undefined;
  range: readonly [least: number, most: number];
  /** Of whole numbers in the range, and undefined where it is emptied. */
  onChange: (value: number | undefined) => void;
}

function NumberField({ label, meaning, value, range: [min, max], onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="number-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        {...{ min, max }}
        step={1}
        value={value ?? ''}
        aria-describedby={`${id}-meaning`}
        onChange={({ target }) => {
          if (target.validity.valid)
            onChange(target.value === '' ? undefined : Number(target.value));
        }}
      />
      <p className="note" id={`${id}-meaning`}>
        {meaning}
      </p>
    </div>
  );
}
