import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../explorer/request-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { ListDialog } from './list-dialog.js';
import { showOnMap, type PrivateList } from './list-store.js';
import { isPlaced, isWaiting } from './listed-business.js';
import { declineLookup, lookUpPostcodes, waitingPostcodes } from './look-up-postcodes.js';

/** What was read, how much of it is on the map, and what can be done with it. */
export function ListSummary({ list, onForget }: { list: PrivateList; onForget: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const { name, businesses, columns } = list;
  const placed = businesses.filter(isPlaced).length;
  const rejected = businesses.filter(({ reason }) => reason !== null).length;
  const words = columns.map(([meaning, header]) =>
    t('list.column', { meaning: t(`list.meanings.${meaning}`), header }),
  );
  return (
    <>
      <p className="list-name">{name}</p>
      <p role="status">
        <strong>
          {t('list.placed', { placed: formatCount(placed), all: formatCount(businesses.length) })}
        </strong>
        {rejected > 0 &&
          `, ${t('list.rejected', { count: rejected, formatted: formatCount(rejected) })}`}
      </p>
      <p className="note">{t('list.onlyHere')}</p>
      <p className="note">{t('list.understood', { columns: words.join(', ') })}</p>
      <LookupOffer list={list} />
      <div className="list-buttons">
        <button
          type="button"
          className="button quiet"
          disabled={placed === 0}
          onClick={({ currentTarget }) => {
            currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
            navigate({ view: 'map' });
            showOnMap('all');
          }}
        >
          {t('list.showAll')}
        </button>
        <button type="button" className="button quiet" onClick={() => dialog.current?.showModal()}>
          {t('list.openTable')}
        </button>
        <button type="button" className="button quiet" onClick={onForget}>
          {t('list.forget')}
        </button>
      </div>
      <ListDialog ref={dialog} list={list} />
    </>
  );
}

/** Asks whether postcodes may be sent, and tells how far their search is. */
function LookupOffer({ list }: { list: PrivateList }) {
  const { t } = useTranslation();
  const { businesses, lookup } = list;
  if (lookup.state === 'running') {
    const counts = { done: formatCount(lookup.done), all: formatCount(lookup.all) };
    return (
      <div className="lookup">
        <label>
          {t('list.looking', counts)}
          <progress max={lookup.all} value={lookup.done} />
        </label>
        <p role="status" className="note">
          {lookup.isPaused && t('list.paused')}
        </p>
      </div>
    );
  }
  if (lookup.state === 'failed') {
    return <ProblemState error={lookup.error} onRetry={() => void lookUpPostcodes(list)} />;
  }
  const waiting = businesses.filter(isWaiting).length;
  if (waiting === 0) return null;
  const postcodes = waitingPostcodes(businesses).length;
  return (
    <div className="lookup">
      <p>{t('list.waiting', { count: waiting, formatted: formatCount(waiting) })}</p>
      <p className="note">
        {t('list.offer', { count: postcodes, formatted: formatCount(postcodes) })}
      </p>
      <div className="list-buttons">
        <button type="button" className="button primary" onClick={() => void lookUpPostcodes(list)}>
          {t('list.lookUp')}
        </button>
        <button type="button" className="button" onClick={() => declineLookup(list)}>
          {t('list.decline')}
        </button>
      </div>
    </div>
  );
}
