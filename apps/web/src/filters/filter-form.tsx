import { SIZE_BANDS, type Facets } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../location-state/selection-parameters.js';
import { formatCount } from '../strings/figures.js';
import { FacetOption } from './facet-option.js';
import { SectorFacet } from './sector-facet.js';
import { DateFilter, MassAddressFilter, WhereFilter } from './place-and-time-filters.js';

export interface FilterProps {
  selection: Selection;
  /** Undefined until they have come. */
  facets: Facets | undefined;
  onSelect: (selection: Selection) => void;
}

/** All filters; each choice takes effect at once. */
export function FilterForm(props: FilterProps) {
  const { t } = useTranslation();
  const unplaced = props.facets?.excluded.noLocation ?? 0;
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <SectorGroupFacet {...props} />
      <SectorFacet {...props} />
      <StatusFacet {...props} />
      <SizeFacet {...props} />
      <WhereFilter {...props} />
      <MassAddressFilter {...props} />
      <DateFilter {...props} />
      {unplaced > 0 && (
        <p className="note">
          {t('filters.unplaced', { count: unplaced, formatted: formatCount(unplaced) })}
        </p>
      )}
    </form>
  );
}

function SectorGroupFacet({ selection, facets, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const { sectorGroup } = selection;
  return (
    <fieldset className="facet">
      <legend>{t('filters.group')}</legend>
      <FacetOption
        type="radio"
        name="sectorGroup"
        label={t('filters.groupAny')}
        checked={sectorGroup === undefined}
        onToggle={() => onSelect({ ...selection, sectorGroup: undefined })}
      />
      {facets?.sectorGroups.map(({ value, label, count }) => (
        <FacetOption
          key={value}
          type="radio"
          name="sectorGroup"
          label={label}
          count={count}
          checked={sectorGroup === value}
          onToggle={() => onSelect({ ...selection, sectorGroup: value })}
        />
      ))}
    </fieldset>
  );
}

function StatusFacet({ selection, facets, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const status = selection.status?.toLowerCase();
  return (
    <fieldset className="facet">
      <legend>{t('filters.status')}</legend>
      <FacetOption
        type="radio"
        name="status"
        label={t('filters.statusAny')}
        checked={status === undefined}
        onToggle={() => onSelect({ ...selection, status: undefined })}
      />
      {facets?.statuses.map(({ value, label, count }) => (
        <FacetOption
          key={value}
          type="radio"
          name="status"
          label={label}
          count={count}
          checked={status === value.toLowerCase()}
          onToggle={() => onSelect({ ...selection, status: value })}
        />
      ))}
    </fieldset>
  );
}

function SizeFacet({ selection, facets, onSelect }: FilterProps) {
  const { t } = useTranslation();
  const chosen = selection.sizeBands ?? [];
  const toggle = (band: (typeof SIZE_BANDS)[number]) => {
    const sizeBands = SIZE_BANDS.filter((other) => (other === band) !== chosen.includes(other));
    onSelect({ ...selection, sizeBands: sizeBands.length > 0 ? sizeBands : undefined });
  };
  return (
    <fieldset className="facet">
      <legend>{t('filters.size')}</legend>
      {SIZE_BANDS.map((band) => {
        const facet = facets?.sizeBands.find(({ value }) => value === band);
        return (
          <FacetOption
            key={band}
            type="checkbox"
            name="sizeBands"
            label={facet?.label ?? band}
            count={facet?.count ?? 0}
            checked={chosen.includes(band)}
            onToggle={() => toggle(band)}
          />
        );
      })}
    </fieldset>
  );
}
