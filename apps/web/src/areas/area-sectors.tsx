import type { AreaProfile } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceSwitch } from '../explorer/choice-switch.js';
import { USUAL_EMPLOYMENT } from '../location-state/employment-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { AreaDivisions } from './area-divisions.js';
import { AreaJobs } from './area-jobs.js';
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
  const byBusinesses = <AreaDivisions title={t('areas.divisions')} profile={profile} />;
  if (layer === null) return byBusinesses;
  return (
    <div className="area-sectors">
      <ChoiceSwitch
        label={t('employment.basis')}
        choices={[
          { value: 'businesses', name: t('employment.businesses') },
          { value: 'jobs', name: t('employment.jobs') },
        ]}
        chosen={employment ? 'jobs' : 'businesses'}
        onChoose={(basis) => navigate({ employment: basis === 'jobs' ? USUAL_EMPLOYMENT : null })}
      />
      {employment ? (
        <AreaJobs area={{ layer, code: measures.code }} path={address.path} choices={employment} />
      ) : (
        byBusinesses
      )}
      {!employment && divisions.length === 0 && (
        <p className="note">{t('employment.noBusinesses')}</p>
      )}
    </div>
  );
}
