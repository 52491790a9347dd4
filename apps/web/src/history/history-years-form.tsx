import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  readHistoryYears,
  USUAL_YEARS,
  type HistoryYears,
} from '../location-state/history-years.js';
import { navigate } from '../location-state/use-location-state.js';
import { today } from './use-cluster-history.js';

const EARLIEST = 1900;

/** Through which years clusters are followed. */
export function HistoryYearsForm({ years }: { years: HistoryYears }) {
  const { t } = useTranslation();
  const id = useId();
  const [isWrong, setIsWrong] = useState(false);
  const thisYear = Number(today().slice(0, 4));

  function follow(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Object.entries(Object.fromEntries(new FormData(event.currentTarget)));
    const asked = given.filter(([, value]) => value !== '') as [string, string][];
    const read = readHistoryYears(new URLSearchParams(asked));
    const isRead = asked.every(([name, value]) => read[name as 'from' | 'to'] === Number(value));
    setIsWrong(!isRead || (read.to ?? thisYear) > thisYear);
    if (isRead && (read.to ?? thisYear) <= thisYear) navigate({ years: read }, 'replace');
  }

  return (
    <form className="history-years" onSubmit={follow} noValidate aria-label={t('history.years')}>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t(`history.${name}`)}{' '}
          <input
            type="number"
            name={name}
            min={EARLIEST}
            max={thisYear}
            defaultValue={years[name] ?? ''}
            aria-invalid={isWrong}
            aria-describedby={id}
          />
        </label>
      ))}
      <button type="submit" className="button">
        {t('history.follow')}
      </button>
      {(years.from !== USUAL_YEARS.from || years.to !== undefined) && (
        <button
          type="button"
          className="button quiet"
          onClick={() => navigate({ years: USUAL_YEARS }, 'replace')}
        >
          {t('history.usualYears')}
        </button>
      )}
      <p
        id={id}
        className={isWrong ? 'field-problem' : 'note'}
        role={isWrong ? 'alert' : undefined}
      >
        {isWrong
          ? t('history.yearsWrong', { least: EARLIEST, most: thisYear })
          : t('history.yearsHint')}
      </p>
    </form>
  );
}
