import { useTranslation } from 'react-i18next';
import { VIEWS, type LocationState } from '../location-state/location-state.js';

interface ViewSwitchProps {
  view: LocationState['view'];
  onSwitch: (view: LocationState['view']) => void;
}

export function ViewSwitch({ view, onSwitch }: ViewSwitchProps) {
  const { t } = useTranslation();
  return (
    <div className="view-switch" role="group" aria-label={t('view.label')}>
      {VIEWS.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={view === choice}
          onClick={() => onSwitch(choice)}
        >
          {t(`view.${choice}`)}
        </button>
      ))}
    </div>
  );
}
