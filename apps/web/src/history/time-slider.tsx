import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatDate } from '../strings/figures.js';
import { HistoryBusy } from './history-start.js';
import { today, useClusterHistory, withShownDay } from './use-cluster-history.js';

const STEP_MILLISECONDS = 1200;

interface TimeSliderProps {
  state: LocationState;
  /** That are selected today. */
  businesses: number | undefined;
}

/** Shows the map at the end of a year, or year after year. */
export function TimeSlider({ state, businesses }: TimeSliderProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isPlaying, setIsPlaying] = useState(false);
  const history = useClusterHistory(withShownDay(state), businesses);
  const { selection } = state;
  const shown = selection.date ?? today();
  const dates = history.data?.dates ?? [];
  const last = dates.length - 1;
  const found = dates.findIndex(({ date }) => date >= shown);
  const at = found < 0 ? last : found;
  const show = (to: number) => {
    const { date } = dates[to]!;
    const change = { selection: { ...selection, date: date === today() ? undefined : date } };
    navigate(change, 'replace');
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
  if (history.isHeld) {
    return (
      <div className="time-slider">
        <button type="button" className="button" onClick={history.start}>
          {t('history.load')}
        </button>
      </div>
    );
  }
  if (last < 1 && history.isAsked && history.isBusy) {
    return (
      <div className="time-slider">
        <HistoryBusy history={history} />
      </div>
    );
  }
  if (last < 1) return null;
  const current = dates[at]!;
  // the years that are found already do not hold every day
  const text =
    current.date === shown
      ? t(current.isSurvivorsOnly ? 'history.atSurvivors' : 'history.at', {
          date: formatDate(shown),
          count: current.clusters,
        })
      : formatDate(shown);
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
