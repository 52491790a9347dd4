import { useTranslation } from 'react-i18next';
import { useIsEmbedded } from '../explorer/embedding.js';
import { MOST_COMPARED, type AreaName } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';

interface CompareButtonProps {
  area: AreaName;
  state: LocationState;
}

/** Puts an area or a cluster side by side with others, or takes it away; nothing in an embedded map. */
export function CompareButton({ area, state: { compare } }: CompareButtonProps) {
  const { t } = useTranslation();
  const isEmbedded = useIsEmbedded();
  const others = compare.filter(({ layer, code }) => layer !== area.layer || code !== area.code);
  const isCompared = others.length < compare.length;
  const isFull = !isCompared && compare.length >= MOST_COMPARED;
  const { layer, code } = area;
  if (isEmbedded) return null;
  return (
    <p className="compare-buttons">
      {!isFull && (
        <button
          type="button"
          className="button"
          aria-pressed={isCompared}
          onClick={() => navigate({ compare: isCompared ? others : [...others, { layer, code }] })}
        >
          {isCompared ? t('areas.isCompared') : t('areas.compareThis')}
        </button>
      )}
      {compare.length > 0 && (
        <button
          type="button"
          className="button quiet"
          onClick={() => navigate({ view: 'areas', open: null })}
        >
          {t('areas.compareShow', { count: compare.length })}
        </button>
      )}
    </p>
  );
}
