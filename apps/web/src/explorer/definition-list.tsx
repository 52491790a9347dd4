import type { HubDensity } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { en } from '../strings/en.js';
import { formatCount, formatDate, formatDistance } from '../strings/figures.js';

/** How many businesses were left out of an analysis, by reason. */
export function ExcludedList({ excluded }: { excluded: HubDensity['excluded'] }) {
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

/** Every choice that made an answer, in words. */
export function DefinitionList({ definition }: { definition: Record<string, unknown> }) {
  const { t } = useTranslation();
  const words = {
    all: t('definition.all'),
    yes: t('definition.yes'),
    no: t('definition.no'),
  };
  return (
    <dl className="definition">
      {Object.entries(definition).map(([name, value]) => (
        <div key={name}>
          <dt>{isDefinitionName(name) ? t(`definition.${name}`) : name}</dt>
          <dd>{inWords(name, value, words)}</dd>
        </div>
      ))}
    </dl>
  );
}

function isDefinitionName(name: string): name is keyof typeof en.definition {
  return name in en.definition;
}

/** Definitions whose numbers are metres. */
const METRES = new Set(['eps', 'minScale', 'selectionEpsilon', 'radii']);

function inWords(
  name: string,
  value: unknown,
  { all, yes, no }: { all: string; yes: string; no: string },
): string {
  if (value === null || value === undefined) return all;
  if (typeof value === 'boolean') return value ? yes : no;
  if (name === 'date' && typeof value === 'string') return formatDate(value);
  if (METRES.has(name)) {
    return [value]
      .flat()
      .map((metres) => formatDistance(Number(metres)))
      .join(', ');
  }
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}
