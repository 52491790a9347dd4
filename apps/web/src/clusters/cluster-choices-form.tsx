import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDistance } from '../strings/figures.js';
import { PRESET_NAMES, PRESETS, presetOf, type PresetName } from './presets.js';

/** A named way of finding clusters, and its parameters; the map follows while they are dragged. */
export function ClusterChoicesForm({ choices }: { choices: ClusterChoices }) {
  const { t } = useTranslation();
  const presetId = useId();
  const preset = presetOf(choices);
  const change = (part: Partial<ClusterChoices>) =>
    navigate({ clusters: { ...choices, ...part } }, 'replace');
  return (
    <div className="cluster-choices">
      <label htmlFor={presetId}>{t('clusters.preset')}</label>
      <select
        id={presetId}
        value={preset ?? 'own'}
        onChange={({ target }) => navigate({ clusters: PRESETS[target.value as PresetName] })}
      >
        {PRESET_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`clusters.presets.${name}`)}
          </option>
        ))}
        {preset === null && <option value="own">{t('clusters.presets.own')}</option>}
      </select>
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
            label={t('clusters.minPoints')}
            text={formatCount(choices.minPoints)}
            value={choices.minPoints}
            range={[3, 100, 1]}
            onChange={(minPoints) => change({ minPoints })}
          />
        </>
      ) : (
        <Slider
          label={t('clusters.minClusterSize')}
          text={formatCount(choices.minClusterSize)}
          value={choices.minClusterSize}
          range={[3, 200, 1]}
          onChange={(minClusterSize) => change({ minClusterSize })}
        />
      )}
      <Slider
        label={t('clusters.minSize')}
        text={formatCount(choices.minSize)}
        value={choices.minSize}
        range={[0, 200, 5]}
        onChange={(minSize) => change({ minSize })}
      />
    </div>
  );
}

interface SliderProps {
  label: string;
  /** The value as it is read. */
  text: string;
  value: number;
  range: [least: number, most: number, step: number];
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
