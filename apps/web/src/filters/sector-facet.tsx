import type { Facets } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterProps } from './filter-form.js';
import { FacetOption } from './facet-option.js';
import { divisionsOf, isSectorChosen, toggleSector } from './sector-choices.js';

/** Sections, each with its divisions on demand; whatever is chosen may match. */
export function SectorFacet({ selection, facets, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const chosen = selection.sectors ?? [];
  const toggle = (code: string) => {
    const sectors = toggleSector(chosen, code);
    onSelect({ ...selection, sectors: sectors.length > 0 ? sectors : undefined });
  };
  return (
    <fieldset className="facet">
      <legend>{t('filters.sectors')}</legend>
      <p className="note">{t('filters.sectorsHint')}</p>
      <FacetOption
        type="checkbox"
        name="primaryOnly"
        label={t('filters.primaryOnly')}
        checked={selection.primaryOnly}
        onToggle={() => onSelect({ ...selection, primaryOnly: !selection.primaryOnly })}
      />
      <hr />
      {facets?.sections.map((section) => (
        <Section
          key={section.value}
          section={section}
          divisions={facets.divisions}
          chosen={chosen}
          onToggle={toggle}
        />
      ))}
    </fieldset>
  );
}

interface SectionProps {
  section: Facets['sections'][number];
  divisions: Facets['divisions'];
  chosen: readonly string[];
  onToggle: (code: string) => void;
}

function Section({ section, divisions, chosen, onToggle }: SectionProps) {
  const { t } = useTranslation();
  const codes = divisionsOf(section.value);
  const below = divisions.filter(({ value }) => codes.includes(value));
  const isChosen = isSectorChosen(chosen, section.value);
  const isPartly = !isChosen && codes.some((code) => chosen.includes(code));
  const [isOpen, setIsOpen] = useState(isPartly);
  return (
    <div className="section-option">
      <FacetOption
        type="checkbox"
        name="sectors"
        label={section.label}
        count={section.count}
        checked={isChosen}
        isPartly={isPartly}
        onToggle={() => onToggle(section.value)}
      />
      {below.length > 0 && (
        <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>
            <span className="visually-hidden">
              {t('filters.divisions', { section: section.label })}
            </span>
          </summary>
          {below.map(({ value, label, count }) => (
            <FacetOption
              key={value}
              type="checkbox"
              name="sectors"
              label={label}
              count={count}
              checked={isSectorChosen(chosen, value)}
              onToggle={() => onToggle(value)}
            />
          ))}
        </details>
      )}
    </div>
  );
}
