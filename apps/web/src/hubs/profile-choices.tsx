import { HubDensityQuery, type HubDensity } from '@cluster-atlas/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocationState } from '../location-state/location-state.js';

const DEFAULTS = HubDensityQuery.parse({});

interface ProfileChoicesProps {
  density: HubDensity;
  onMeasure: (choices: Pick<LocationState, 'radii' | 'base'>) => void;
}

/** Measures the same place with other radii or against another base. */
export function ProfileChoices({ density, onMeasure }: ProfileChoicesProps) {
  const { t } = useTranslation();
  const [isWrong, setIsWrong] = useState(false);
  const shown = density.rings.map(({ radius }) => radius).join(', ');

  function measure(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const radii = HubDensityQuery.shape.radii.safeParse(form.get('radii'));
    const isAcceptable = radii.success && radii.data.length > 0;
    setIsWrong(!isAcceptable);
    if (!isAcceptable) return;
    const base = form.get('base') as string;
    onMeasure({
      radii: String(radii.data) === String(DEFAULTS.radii) ? null : radii.data,
      base: base === DEFAULTS.base ? null : base,
    });
  }

  return (
    <details>
      <summary>{t('hub.choices')}</summary>
      <form className="profile-choices" onSubmit={measure} noValidate>
        <label htmlFor="radii">{t('hub.radiiLabel')}</label>
        <input
          key={shown}
          id="radii"
          name="radii"
          defaultValue={shown}
          inputMode="text"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'radii-wrong' : undefined}
        />
        {isWrong && (
          <p id="radii-wrong" className="field-problem" role="alert">
            {t('hub.radiiWrong')}
          </p>
        )}
        <label htmlFor="base">{t('hub.baseLabel')}</label>
        <select key={density.base.name} id="base" name="base" defaultValue={density.base.name}>
          <option value="loaded">{t('hub.baseName.loaded')}</option>
          <option value="country:GB">{t('hub.baseName.britain')}</option>
        </select>
        <button type="submit" className="button">
          {t('hub.apply')}
        </button>
      </form>
    </details>
  );
}
