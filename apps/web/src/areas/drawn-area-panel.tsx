import { DRAWN_LAYER } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompareButton } from '../comparison/compare-button.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import {
  MOST_DRAWN_CORNERS,
  readCorners,
  writeCorners,
  type Corner,
} from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import type { Polygons } from '../map/polygons.js';
import { ListInside } from '../private-list/list-here.js';
import { AreaClusterList } from './area-clusters.js';
import { AreaContents } from './area-panel.js';
import { areaRequest, drawnAddress } from './use-areas.js';

interface DrawnAreaPanelProps {
  corners: readonly Corner[];
  state: LocationState;
  onClose: () => void;
}

/** An area of one's own: its corners, and from the third on its measures. */
export function DrawnAreaPanel({ corners, state, onClose }: DrawnAreaPanelProps) {
  const { t } = useTranslation();
  const address = drawnAddress(corners, state.selection);
  const { data, error, refetch } = useQuery({
    ...areaRequest(address),
    enabled: corners.length >= 3,
    retry: false,
  });
  return (
    <SidePanel title={t('areas.drawn')} closeLabel={t('areas.drawnClose')} onClose={onClose}>
      <CornerForm key={writeCorners(corners)} corners={corners} />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {corners.length >= 3 && !data && !error && <LoadingState />}
      {data && (
        <AreaContents profile={data} address={address} command="analyse area" state={state}>
          <ListInside polygons={polygonsOf(corners)} />
          <CompareButton area={{ layer: DRAWN_LAYER, code: writeCorners(corners) }} state={state} />
          <AreaClusterList
            title={t('areas.clustersMeeting')}
            none={t('areas.clustersMeetingNone')}
            address={address}
            state={state}
          />
        </AreaContents>
      )}
    </SidePanel>
  );
}

function polygonsOf(corners: readonly Corner[]): Polygons {
  return [[corners.map(([latitude, longitude]) => [longitude, latitude] as const)]];
}

function CornerForm({ corners }: { corners: readonly Corner[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(corners.map((corner) => writeCorners([corner])).join('\n'));
  const [isRefused, setIsRefused] = useState(false);
  const show = (changed: readonly Corner[]) =>
    navigate({ open: { kind: 'drawn', corners: changed } }, 'replace');
  return (
    <form
      className="corner-form"
      onSubmit={(event) => {
        event.preventDefault();
        const read = readCorners(text);
        setIsRefused(!read);
        if (read) show(read);
      }}
    >
      <p>{t('areas.drawHint', { most: MOST_DRAWN_CORNERS })}</p>
      <p className="note" role="status">
        {t('areas.corners', { count: corners.length })}
      </p>
      <div className="corner-buttons">
        <button
          type="button"
          className="button"
          disabled={corners.length === 0}
          onClick={() => show(corners.slice(0, -1))}
        >
          {t('areas.removeCorner')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={corners.length === 0}
          onClick={() => show([])}
        >
          {t('areas.clearCorners')}
        </button>
      </div>
      <details className="measurement">
        <summary>{t('areas.typeCorners')}</summary>
        <label htmlFor={id}>{t('areas.cornersLabel')}</label>
        <textarea
          id={id}
          rows={5}
          value={text}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${id}fault` : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        {isRefused && (
          <p id={`${id}fault`} className="problem" role="alert">
            {t('areas.cornersRefused', { most: MOST_DRAWN_CORNERS })}
          </p>
        )}
        <button type="submit" className="button">
          {t('areas.useCorners')}
        </button>
      </details>
    </form>
  );
}
