import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { apiAddress } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { useSettled } from '../api/use-settled.js';
import { formatCount } from '../strings/figures.js';
import { EVERY_MEMBER, MemberChoices, type MemberChoice } from './member-choices.js';
import { usePagedBusinesses, type PageOf } from './use-businesses.js';

interface MemberListProps<Item> {
  title: string;
  /** What is told of each, in a sentence. */
  note?: string;
  /** Under `/api/v1/`: a page of the businesses, and with `.csv` all of them. */
  path: string;
  parameters: URLSearchParams;
  /** By what else the list can be sorted than as it was entered. */
  orders?: readonly MemberChoice['sort'][];
  /** Whether core and border are told apart. */
  hasBorder?: boolean;
  ask: (request: { query?: string; signal: AbortSignal }) => Promise<PageOf<Item>>;
  /** What the list shows of each. */
  children: (item: Item) => ReactNode;
}

const PAGE = 50;
/** A list is asked for when nobody types any more. */
const SETTLED_MILLISECONDS = 300;

/** The businesses of a cluster or an area, and all of them as a file. */
export function MemberList<Item>({
  title,
  note,
  path,
  parameters,
  ask,
  orders = [],
  hasBorder = false,
  children,
}: MemberListProps<Item>) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [choice, setChoice] = useState(EVERY_MEMBER);
  const settled = useSettled(name.trim(), SETTLED_MILLISECONDS) ?? '';
  const query = new URLSearchParams(parameters);
  for (const [parameter, value] of Object.entries({ name: settled, ...choice })) {
    if (value !== '') query.set(parameter, value);
  }
  const isPart = settled !== '' || choice.membership !== '';
  const list = usePagedBusinesses({ key: path, query, pageSize: PAGE, ask });
  const { items, total, error, loadMore, isLoadingMore } = list;
  return (
    <section aria-busy={list.isStale}>
      <h3>{title}</h3>
      {note !== undefined && <p className="note">{note}</p>}
      <label htmlFor={id}>{t('businesses.filterByName')}</label>
      <input
        id={id}
        type="search"
        className="member-filter"
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
      />
      {orders.length > 0 && (
        <MemberChoices {...{ orders, hasBorder, choice }} onChoose={setChoice} />
      )}
      {error && <ProblemState error={error} onRetry={list.retry} />}
      {total === undefined && !error && <LoadingState />}
      <ul className="businesses">
        {items.map((item, i) => (
          <li key={i}>{children(item)}</li>
        ))}
      </ul>
      {total === 0 && isPart && (
        <p className="empty">{t(settled === '' ? 'members.none' : 'businesses.noneNamed')}</p>
      )}
      {total !== undefined && (
        <p className="note" role="status">
          {t('businesses.shown', { shown: formatCount(items.length), total: formatCount(total) })}
        </p>
      )}
      <p>
        <a href={apiAddress(`${path}.csv`, query)}>
          {t(isPart ? 'members.partCsv' : 'clusters.membersCsv')}
        </a>
      </p>
      {(loadMore ?? isLoadingMore) && (
        <button type="button" className="button" disabled={!loadMore} onClick={loadMore}>
          {isLoadingMore ? t('app.loading') : t('businesses.more')}
        </button>
      )}
    </section>
  );
}
