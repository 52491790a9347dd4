import { useTranslation } from 'react-i18next';
import { VIEWS, type LocationState } from '../location-state/location-state.js';
import { ChoiceSwitch } from './choice-switch.js';

interface ViewSwitchProps {
  view: LocationState['view'];
  onSwitch: (view: LocationState['view']) => void;
}

export function ViewSwitch({ view, onSwitch }: ViewSwitchProps) {
  const { t } = useTranslation();
  return (
    <ChoiceSwitch
      label={t('view.label')}
      choices={VIEWS.map((value) => ({ value, name: t(`view.${value}`) }))}
      chosen={view}
      onChoose={onSwitch}
    />
  );
}
