import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import type { FoundPlace } from './found-places.js';
import { FoundList } from './found-list.js';
import { useSearch } from './use-search.js';

interface SearchBoxProps {
  onFind: (place: { hub: string | null; longitude: number; latitude: number }) => void;
}

/** A combobox of hubs, postcodes and businesses, as the ARIA practices describe it. */
export function SearchBox({ onFind }: SearchBoxProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** The text that Enter was pressed on, while it is being looked for. */
  const held = useRef<string>(null);
  const { found, isFailed, findFirst } = useSearch(text);
  const places = found ?? [];
  const isShown = isOpen && (found !== null || isFailed);

  function choose(place: FoundPlace | undefined) {
    if (!place?.position) return;
    setText(place.name);
    setIsOpen(false);
    onFind({ hub: place.hub, ...place.position });
  }

  /** Not of those that are shown, which may be those of the text before. */
  async function chooseFirst() {
    held.current = text;
    const first = await findFirst().catch(() => undefined);
    if (held.current === text) choose(first);
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && places.length > 0) {
      event.preventDefault();
      setIsOpen(true);
      // one place more than there are: that of the text itself, before the first
      setActive(((active + 1 + step + places.length + 1) % (places.length + 1)) - 1);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (active >= 0) choose(places[active]);
      else void chooseFirst();
    } else if (event.key === 'Escape') {
      held.current = null;
      if (isShown) setIsOpen(false);
      else setText('');
    }
  }

  return (
    <search className="search-box">
      <label className="visually-hidden" htmlFor={`${id}-input`}>
        {t('search.label')}
      </label>
      <input
        id={`${id}-input`}
        type="search"
        role="combobox"
        value={text}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        onChange={({ target }) => {
          setText(target.value);
          setActive(-1);
          held.current = null;
          setIsOpen(true);
        }}
        onKeyDown={onKey}
        onFocus={() => setIsOpen(text !== '')}
        onBlur={() => {
          held.current = null;
          setIsOpen(false);
        }}
      />
      <div className="visually-hidden" role="status">
        {isShown &&
          !isFailed &&
          t('search.results', { count: places.length, formatted: formatCount(places.length) })}
      </div>
      <FoundList {...{ id, places, active, text, isFailed }} isShown={isShown} onChoose={choose} />
    </search>
  );
}
