import { LOCATION_CHOICES } from '@cluster-atlas/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { FacetOption } from './facet-option.js';
import type { FilterProps } from './filter-form.js';

/** Which of its locations places a business. */
export function WhereFilter({ selection, onSelect }: FilterProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="facet">
      <legend>{t('filters.where')}</legend>
      {LOCATION_CHOICES.map((location) => (
        <FacetOption
          key={location}
          type="radio"
          name="location"
          label={t(`filters.locations.${location}`)}
          checked={selection.location === location}
          onToggle={() => onSelect({ ...selection, location })}
        />
      ))}
    </fieldset>
  );
}

export function MassAddressFilter({ selection, facets, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const isIncluded = selection.massAddresses === 'include';
  const leftOut = facets?.excluded.massAddress ?? 0;
  return (
    <fieldset className="facet">
      <legend>{t('filters.mass')}</legend>
      <FacetOption
        type="checkbox"
        name="massAddresses"
        label={t('filters.massInclude')}
        checked={isIncluded}
        onToggle={() =>
          onSelect({ ...selection, massAddresses: isIncluded ? 'exclude' : 'include' })
        }
      />
      <p className="note">
        {t('filters.massHint')}{' '}
        {leftOut > 0 &&
          t('filters.massLeftOut', { count: leftOut, formatted: formatCount(leftOut) })}
      </p>
    </fieldset>
  );
}

export function DateFilter({ selection, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current!.value = selection.date ?? ''; // another key would take the focus away
  }, [selection.date]);
  const take = (value: string) => {
    const date = value === '' ? undefined : value;
    if (date !== selection.date) onSelect({ ...selection, date });
  };
  return (
    <div className="facet">
      <label className="facet-title" htmlFor="date">
        {t('filters.date')}
      </label>
      <input
        ref={input}
        id="date"
        type="date"
        defaultValue={selection.date}
        aria-describedby="date-hint"
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget.value);
        }}
      />
      <p id="date-hint" className="note">
        {t('filters.dateHint')}
      </p>
    </div>
  );
}
