import type { HubDensity } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDensity, formatDistance } from '../strings/figures.js';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { useBaseName } from './use-base-name.js';

interface MeasurementProps {
  density: HubDensity;
  children: ReactNode;
}

/** Every choice behind the numbers, in words, and what was left out. */
export function Measurement({ density, children }: MeasurementProps) {
  const { t } = useTranslation();
  const { gravity } = density;
  return (
    <details className="measurement">
      <summary>{t('hub.measured')}</summary>
      <ExcludedList excluded={density.excluded} />
      <h4>{t('hub.gravity')}</h4>
      <p>
        {t('hub.gravityMeaning', {
          firms: formatDensity(gravity.firms),
          all: formatDensity(gravity.allFirms),
          scale: formatDistance(gravity.scaleMetres),
        })}{' '}
        {gravity.jobs !== null && t('hub.gravityJobs', { jobs: formatDensity(gravity.jobs) })}
      </p>
      {children}
      <Definition density={density} />
    </details>
  );
}

function Definition({ density: { definition, base, centre } }: { density: HubDensity }) {
  const { t } = useTranslation();
  const baseName = useBaseName(base.name);
  const counts = { count: formatCount(base.count), all: formatCount(base.all) };
  const position = {
    latitude: centre.latitude.toFixed(5),
    longitude: centre.longitude.toFixed(5),
    easting: centre.easting.toFixed(0),
    northing: centre.northing.toFixed(0),
  };
  return (
    <DefinitionList
      definition={{
        [t('hub.centre')]: t('hub.centreValue', position),
        ...definition,
        base: `${baseName} (${t('definition.baseCount', counts)})`,
      }}
    />
  );
}
