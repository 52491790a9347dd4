import type { AreaEmployment } from '@cluster-atlas/contract';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmploymentChoices } from '../location-state/employment-choices.js';
import { navigate } from '../location-state/use-location-state.js';

const LEVELS = ['2', '3', '4', '5'] as const;

interface JobsChoicesProps {
  figures: NonNullable<AreaEmployment['figures']>;
  choices: EmploymentChoices;
}

/** Of which sectors and years jobs are told. */
export function JobsChoices({ figures, choices }: JobsChoicesProps) {
  const { t } = useTranslation();
  const { level, levels, year, years, since } = figures;
  const choose = (employment: EmploymentChoices) => navigate({ employment });
  const deepest = Math.max(...levels);
  const earlier = years.filter((each) => each < year);
  return (
    <div className="jobs-choices">
      <Choice
        label={t('employment.level')}
        value={level}
        onChange={(value) => choose({ level: value as EmploymentChoices['level'] })}
      >
        {LEVELS.filter((each) => Number(each) <= deepest).map((each) => (
          <option key={each} value={each}>
            {t(`employment.levels.${each}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('employment.year')}
        value={year}
        onChange={(value) => choose({ level: choices.level, year: Number(value) })}
      >
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Choice>
      <Choice
        label={t('employment.since')}
        value={since ?? ''}
        onChange={(value) => choose({ level: choices.level, year, since: Number(value) })}
      >
        {since === null && <option value="">{t('employment.sinceNone')}</option>}
        {earlier.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | number;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </div>
  );
}
