import type { AreaProfile } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { SectorFigures } from './sector-figures.js';

interface AreaDivisionsProps {
  title: string;
  profile: AreaProfile;
}

/** What the businesses of an area do: how specialised it is, how that grows, how strong it is. */
export function AreaDivisions({ title, profile: { divisions } }: AreaDivisionsProps) {
  const { t } = useTranslation();
  if (divisions.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <p className="note">{t('areas.divisionsMeaning')}</p>
      <SectorFigures title={title} sectors={divisions} words="areas" />
    </section>
  );
}
