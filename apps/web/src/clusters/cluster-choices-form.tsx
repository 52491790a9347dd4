import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDistance } from '../strings/figures.js';
import { AdvancedChoices } from './advanced-choices.js';
import { LabelledSelect } from './labelled-select.js';
import { PRESET_NAMES, PRESETS, presetOf, type PresetName } from './presets.js';
import { MethodChoice, WeightChoice } from './weight-choice.js';

/** Least, most and step of the sliders, by what is gathered. */
const MIN_POINTS = { businesses: [3, 100, 1], jobs: [10, 2000, 10] } as const;
const MIN_CLUSTER_SIZE = { businesses: [3, 200, 1], jobs: [10, 5000, 10] } as const;

/** What is gathered, how it is found, and the parameters; the map follows while they are dragged. */
export function ClusterChoicesForm({ choices }: { choices: ClusterChoices }) {
  const { t } = useTranslation();
  const change = (part: Partial<ClusterChoices>) =>
    navigate({ clusters: { ...choices, ...part } }, 'replace');
  const isByJobs = choices.weight === 'jobs';
  return (
    <div className="cluster-choices">
      <WeightChoice weight={choices.weight} onChange={change} />
      {isByJobs ? (
        <MethodChoice method={choices.method} onChange={change} />
      ) : (
        <PresetChoice choices={choices} />
      )}
      {choices.method === 'dbscan' ? (
        <>
          <Slider
            label={t('clusters.eps')}
            text={formatDistance(choices.eps)}
            value={choices.eps}
            range={[50, 2000, 25]}
            onChange={(eps) => change({ eps })}
          />
          <Slider
            label={t(isByJobs ? 'clusters.minJobs' : 'clusters.minPoints')}
            text={formatCount(choices.minPoints)}
            value={choices.minPoints}
            range={MIN_POINTS[choices.weight]}
            onChange={(minPoints) => change({ minPoints })}
          />
        </>
      ) : (
        <Slider
          label={t(isByJobs ? 'clusters.minClusterJobs' : 'clusters.minClusterSize')}
          text={formatCount(choices.minClusterSize)}
          value={choices.minClusterSize}
          range={MIN_CLUSTER_SIZE[choices.weight]}
          onChange={(minClusterSize) => change({ minClusterSize })}
        />
      )}
      <Slider
        label={t(isByJobs ? 'clusters.minSizeBusinesses' : 'clusters.minSize')}
        text={formatCount(choices.minSize)}
        value={choices.minSize}
        range={[0, 200, isByJobs ? 1 : 5]}
        onChange={(minSize) => change({ minSize })}
      />
      <AdvancedChoices choices={choices} onChange={change} />
    </div>
  );
}

/** A named way of finding clusters of businesses. */
function PresetChoice({ choices }: { choices: ClusterChoices }) {
  const { t } = useTranslation();
  const preset = presetOf(choices) ?? 'own';
  const names: (PresetName | 'own')[] = preset === 'own' ? [...PRESET_NAMES, preset] : PRESET_NAMES;
  return (
    <LabelledSelect
      label={t('clusters.preset')}
      value={preset}
      options={names.map((name) => [name, t(`clusters.presets.${name}`)])}
      onChange={(name) => name !== 'own' && navigate({ clusters: PRESETS[name] })}
    />
  );
}

interface SliderProps {
  label: string;
  /** The value as it is read. */
  text: string;
  value: number;
  range: readonly [least: number, most: number, step: number];
  onChange: (value: number) => void;
}

function Slider({ label, text, value, range: [min, max, step], onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={text}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
}
