import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatDate } from '../strings/figures.js';
import { isQuick, useClusterHistory } from './use-cluster-history.js';

const STEP_MILLISECONDS = 1200;

interface TimeSliderProps {
  state: LocationState;
  choices: ClusterChoices;
  /** That are selected today. */
  businesses: number | undefined;
}

/** Shows the map at the end of a year, or year after year. */
export function TimeSlider({ state: { selection }, choices, businesses }: TimeSliderProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isPlaying, setIsPlaying] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const isWanted = isAsked || isQuick(businesses);
  const { data } = useClusterHistory(selection, choices, isWanted);
  const dates = data?.dates ?? [];
  const last = dates.length - 1;
  const found = dates.findIndex(
    ({ date }) => selection.date !== undefined && date >= selection.date,
  );
  const at = found < 0 ? last : found;
  const show = (to: number) => {
    const date = to >= last ? undefined : dates[to]!.date;
    navigate({ selection: { ...selection, date } }, 'replace');
  };
  const step = useEffectEvent(() => {
    if (at >= last) setIsPlaying(false);
    else show(at + 1);
  });
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setInterval(() => step(), STEP_MILLISECONDS);
    return () => window.clearInterval(timer);
  }, [isPlaying]);
  if (businesses !== undefined && !isWanted) {
    return (
      <div className="time-slider">
        <button type="button" className="button" onClick={() => setIsAsked(true)}>
          {t('history.load')}
        </button>
      </div>
    );
  }
  if (last < 1) return null;
  const current = dates[at]!;
  const text = t(current.isSurvivorsOnly ? 'history.atSurvivors' : 'history.at', {
    date: formatDate(current.date),
    count: current.clusters,
  });
  return (
    <div className="time-slider" role="group" aria-label={t('history.slider')}>
      {prefersStillness() ? (
        <button type="button" className="button" onClick={() => show(at >= last ? 0 : at + 1)}>
          {t('history.next')}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          aria-pressed={isPlaying}
          onClick={() => {
            if (!isPlaying && at >= last) show(0);
            setIsPlaying(!isPlaying);
          }}
        >
          {isPlaying ? t('history.pause') : t('history.play')}
        </button>
      )}
      <label htmlFor={id}>{text}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={text}
        onChange={({ target }) => {
          setIsPlaying(false);
          show(Number(target.value));
        }}
      />
    </div>
  );
}

/** Then nothing moves by itself: each year is asked for. */
function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
