import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListChooser } from './list-chooser.js';
import { ListSummary } from './list-summary.js';
import { setList, usePrivateList } from './list-store.js';
import { useNoStrayDrop } from './use-no-stray-drop.js';

/** A list of the reader's own: how to bring it, what was read, and how to be rid of it. */
export function ListSection() {
  const { t } = useTranslation();
  const list = usePrivateList();
  useNoStrayDrop();
  const [isForgotten, setIsForgotten] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(list);
  useEffect(() => {
    if (before.current === list) return;
    before.current = list;
    // what had the focus went away with what was done
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [list]);
  return (
    <section className="private-list" aria-labelledby="private-list-title">
      <h2 id="private-list-title" ref={heading} tabIndex={-1}>
        {t('list.title')}
      </h2>
      {list === null ? (
        <>
          <p className="note">{t('list.privacy')}</p>
          <ListChooser />
          <p role="status">{isForgotten && t('list.forgotten')}</p>
        </>
      ) : (
        <ListSummary
          list={list}
          onForget={() => {
            setList(null);
            setIsForgotten(true);
          }}
        />
      )}
    </section>
  );
}
