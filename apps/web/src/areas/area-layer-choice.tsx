import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { AREA_MEASURES, type AreaMeasure } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { useAreaLayers } from './use-areas.js';

/** Which areas are coloured, and by what. */
export function AreaLayerChoice({ state: { areas } }: { state: LocationState }) {
  const { t } = useTranslation();
  const id = useId();
  const { data: layers, error, refetch } = useAreaLayers();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!layers) return <LoadingState />;
  if (layers.length === 0) return <p className="note">{t('areas.noLayers')}</p>;
  const chosen = layers.find(({ layer }) => layer === areas?.layer);
  return (
    <div className="area-choices">
      <label htmlFor={`${id}layer`}>{t('areas.layer')}</label>
      <select
        id={`${id}layer`}
        value={areas?.layer ?? ''}
        onChange={({ target }) =>
          navigate({
            areas:
              target.value === ''
                ? null
                : { measure: 'densityPerKm2', sort: null, ...areas, layer: target.value },
          })
        }
      >
        <option value="">{t('areas.noLayer')}</option>
        {layers.map(({ layer, areas: count }) => (
          <option key={layer} value={layer}>
            {t('areas.layerOption', { layer, count, formatted: formatCount(count) })}
          </option>
        ))}
      </select>
      {areas && (
        <>
          <label htmlFor={`${id}measure`}>{t('areas.measure')}</label>
          <select
            id={`${id}measure`}
            value={areas.measure}
            onChange={({ target }) =>
              navigate({ areas: { ...areas, measure: target.value as AreaMeasure, sort: null } })
            }
          >
            {AREA_MEASURES.map((measure) => (
              <option key={measure} value={measure}>
                {t(`areas.measures.${measure}`)}
              </option>
            ))}
          </select>
        </>
      )}
      {chosen && <p className="note">{chosen.source}</p>}
    </div>
  );
}
