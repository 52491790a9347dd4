import { useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { showOnMap, type PrivateList } from './list-store.js';
import { isPlaced, type ListedBusiness, type PlacedBusiness } from './listed-business.js';

const PAGE = 200;
const SHOWING = ['all', 'placed', 'rejected'] as const;

interface ListDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  list: PrivateList;
}

/** The whole list as a table, with a filter and with the reason of each row that is not on the map. */
export function ListDialog({ ref, list }: ListDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [showing, setShowing] = useState<(typeof SHOWING)[number]>('all');
  const [most, setMost] = useState(PAGE);
  const found = list.businesses.filter(matching(text, showing));
  const locate = (business: PlacedBusiness) => {
    ref.current?.parentElement?.closest('dialog')?.close(); // on small screens, see FilterArea
    ref.current?.close();
    navigate({ view: 'map' });
    showOnMap(business);
  };
  return (
    <dialog ref={ref} className="list-dialog" aria-labelledby={`${id}title`}>
      <header>
        <h2 id={`${id}title`}>{list.name}</h2>
        <form method="dialog">
          <button type="submit" className="button">
            {t('list.close')}
          </button>
        </form>
      </header>
      <div className="list-filters">
        <label htmlFor={`${id}filter`}>{t('list.filter')}</label>
        <input
          id={`${id}filter`}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label htmlFor={`${id}show`}>{t('list.show')}</label>
        <select
          id={`${id}show`}
          value={showing}
          onChange={({ target }) => setShowing(target.value as typeof showing)}
        >
          {SHOWING.map((each) => (
            <option key={each} value={each}>
              {t(`list.showing.${each}`)}
            </option>
          ))}
        </select>
        <p role="status" className="note">
          {found.length === 0
            ? t('list.none')
            : t('list.shown', {
                shown: formatCount(Math.min(most, found.length)),
                total: formatCount(found.length),
              })}
        </p>
      </div>
      <ListTable label={list.name} businesses={found.slice(0, most)} onLocate={locate} />
      {found.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + PAGE)}>
          {t('list.more')}
        </button>
      )}
    </dialog>
  );
}

function matching(text: string, showing: (typeof SHOWING)[number]) {
  const wanted = text.trim().toLowerCase();
  return ({ name, postcode, place }: ListedBusiness) =>
    (showing === 'all' || (showing === 'placed') === (place !== null)) &&
    `${name} ${postcode ?? ''}`.toLowerCase().includes(wanted);
}

interface ListTableProps {
  label: string;
  businesses: readonly ListedBusiness[];
  onLocate: (business: PlacedBusiness) => void;
}

function ListTable({ label, businesses, onLocate }: ListTableProps) {
  const { t } = useTranslation();
  return (
    <ScrolledTable name={label}>
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{t('list.postcode')}</th>
          <th scope="col">{t('list.position')}</th>
          <th scope="col">{t('list.row')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {businesses.map((business) => {
          const { row, postcode, place, reason } = business;
          const name = business.name || t('list.unnamed', { row });
          return (
            <tr key={row}>
              <th scope="row">{name}</th>
              <td>{postcode ?? '–'}</td>
              <td>
                {place
                  ? t(`list.precisions.${place.precision}`)
                  : t(`list.reasons.${reason ?? 'waiting'}`)}
              </td>
              <td>{row}</td>
              <td>
                {isPlaced(business) && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('list.locateWhat', { name })}
                    onClick={() => onLocate(business)}
                  >
                    {t('list.locate')}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </ScrolledTable>
  );
}
