import { useTranslation } from 'react-i18next';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import {
  placeName,
  type LocationState,
  type MeasuredPlace,
} from '../location-state/location-state.js';
import { ListInRings } from '../private-list/list-here.js';
import { Sharing } from '../report/sharing.js';
import { DensityProfile } from './density-profile.js';
import { headlineOf } from './headline-of.js';
import { useHubKind } from './use-hub-kind.js';
import { hasSector } from '../location-state/selection-parameters.js';
import { densityParameters, useDensity } from './use-density.js';

interface HubPanelProps {
  open: MeasuredPlace;
  state: LocationState;
  onMeasure: (choices: Pick<LocationState, 'radii' | 'base'>) => void;
  onClose: () => void;
}

/** The density profile of a hub or of any point. */
export function HubPanel({ open, state, onMeasure, onClose }: HubPanelProps) {
  const { t } = useTranslation();
  const hubKind = useHubKind();
  const { selection, radii, base } = state;
  const parameters = densityParameters({ selection, radii, base });
  const place = placeName(open);
  const { data, error, refetch, isPlaceholderData } = useDensity({ place, selection, radii, base });
  const title = open.kind === 'hub' ? (data?.hub?.name ?? open.slug) : t('hub.point');
  const isFiltered = hasSector(selection);
  return (
    <SidePanel
      key={place}
      title={title}
      subtitle={open.kind === 'hub' ? data?.hub && hubKind(data.hub.kind) : place}
      closeLabel={t('hub.close')}
      isStale={isPlaceholderData}
      onClose={onClose}
    >
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && !error && (
        <>
          <ListInRings density={data} />
          <DensityProfile density={data} isSectorChosen={isFiltered} onMeasure={onMeasure} />
          <FigureSource command={`analyse hub ${place}`} parameters={parameters}>
            <a href={apiAddress(`density/${encodeURIComponent(place)}`, parameters)}>
              {t('clusters.asJson')}
            </a>
          </FigureSource>
          <Sharing title={title} figure={headlineOf(data, t)} state={state} />
        </>
      )}
    </SidePanel>
  );
}
