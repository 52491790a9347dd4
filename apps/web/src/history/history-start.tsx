import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { today, type ShownHistory } from './use-cluster-history.js';
import type { HistoryYears } from '../location-state/history-years.js';

/** Businesses at a date, in a second: the demo's 5,100 at 22 dates took 2.2 s on a busy machine of two cores. */
const PER_SECOND = 50_000;

interface HistoryStartProps {
  history: ShownHistory;
  /** That are selected. */
  businesses: number;
  years: HistoryYears;
}

/** Before a history that takes long: how long, and a button that starts it. */
export function HistoryStart({ history, businesses, years }: HistoryStartProps) {
  const { t } = useTranslation();
  const dates = (years.to ?? Number(today().slice(0, 4))) - years.from + 1;
  const minutes = Math.ceil((businesses * dates) / PER_SECOND / 60);
  return (
    <div className="history-start">
      <p>{t('history.mayTake', { businesses: formatCount(businesses), dates, count: minutes })}</p>
      <button type="button" className="button" onClick={history.start}>
        {t('history.load')}
      </button>
    </div>
  );
}

/** While a history is being found: a button that gives it up. */
export function HistoryBusy({ history }: { history: ShownHistory }) {
  const { t } = useTranslation();
  return (
    <div className="history-start">
      <label role="status">
        {t('history.finding')} <progress />
      </label>
      <button type="button" className="button quiet" onClick={history.stop}>
        {t('history.stop')}
      </button>
    </div>
  );
}
