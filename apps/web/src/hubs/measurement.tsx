import type { HubDensity } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { en } from '../strings/en.js';
import { formatCount, formatDate, formatDensity, formatDistance } from '../strings/figures.js';
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
      <Excluded excluded={density.excluded} />
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

function Excluded({ excluded }: { excluded: HubDensity['excluded'] }) {
  const { t } = useTranslation();
  const rows = [
    [t('hub.excludedMassAddress'), excluded.massAddress],
    [t('hub.excludedNoLocation'), excluded.noLocation],
    [t('hub.excludedNotAlive'), excluded.notAlive],
    [t('hub.excludedStatus'), excluded.status],
  ] as const;
  return (
    <>
      <h4>{t('hub.excluded')}</h4>
      <dl>
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </>
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
    <dl className="definition">
      <div>
        <dt>{t('hub.centre')}</dt>
        <dd>{t('hub.centreValue', position)}</dd>
      </div>
      {Object.entries(definition).map(([name, value]) => (
        <div key={name}>
          <dt>{isDefinitionName(name) ? t(`definition.${name}`) : name}</dt>
          <dd>
            {name === 'base'
              ? `${baseName} (${t('definition.baseCount', counts)})`
              : inWords(name, value, t('definition.all'), [
                  t('definition.yes'),
                  t('definition.no'),
                ])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isDefinitionName(name: string): name is keyof typeof en.definition {
  return name in en.definition;
}

function inWords(name: string, value: unknown, all: string, [yes, no]: [string, string]): string {
  if (value === null || value === undefined) return all;
  if (typeof value === 'boolean') return value ? yes : no;
  if (name === 'date' && typeof value === 'string') return formatDate(value);
  if (name === 'radii' && Array.isArray(value)) {
    return value.map((radius) => formatDistance(Number(radius))).join(', ');
  }
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}
