import type { AreaProfile } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceSwitch } from '../explorer/choice-switch.js';
import { USUAL_EMPLOYMENT } from '../location-state/employment-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { AreaJobs } from './area-jobs.js';
import { SectorFigures } from './sector-figures.js';
import type { AreaAddress } from './use-areas.js';

interface AreaSectorsProps {
  profile: AreaProfile;
  address: AreaAddress;
  state: LocationState;
}

/** What an area does, by its businesses or, if it has a code that figures go by, by its jobs. */
export function AreaSectors({ profile, address, state: { employment } }: AreaSectorsProps) {
  const { t } = useTranslation();
  const { layer, divisions, measures } = profile;
  const area = layer === null ? null : { layer, code: measures.code };
  if (area === null && divisions.length === 0) return null;
  const isOfJobs = area !== null && employment !== null;
  return (
    <section className="area-sectors">
      <h3>{isOfJobs ? t('employment.sectors') : t('areas.sectors')}</h3>
      {area && (
        <ChoiceSwitch
          label={t('employment.basis')}
          choices={[
            { value: 'businesses', name: t('employment.businesses') },
            { value: 'jobs', name: t('employment.jobs') },
          ]}
          chosen={isOfJobs ? 'jobs' : 'businesses'}
          onChoose={(basis) => navigate({ employment: basis === 'jobs' ? USUAL_EMPLOYMENT : null })}
        />
      )}
      {isOfJobs ? (
        <AreaJobs area={area} path={address.path} choices={employment} />
      ) : (
        <>
          <p className="note">{t('areas.divisionsMeaning')}</p>
          <SectorFigures sectors={divisions} words="areas" />
        </>
      )}
    </section>
  );
}
