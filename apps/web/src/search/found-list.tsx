import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundKind, FoundPlace } from './found-places.js';

interface FoundListProps {
  /** Begins the ids of the list and its options. */
  id: string;
  places: readonly FoundPlace[];
  /** Index of the option that the arrow keys are at; -1 for none. */
  active: number;
  text: string;
  isFailed: boolean;
  isShown: boolean;
  onChoose: (place: FoundPlace) => void;
}

const KINDS: FoundKind[] = ['hubs', 'postcodes', 'businesses'];

/** The options of the search box, grouped by what they are. */
export function FoundList({ id, places, active, text, isFailed, ...rest }: FoundListProps) {
  const { t } = useTranslation();
  const { isShown, onChoose } = rest;
  const message = isFailed ? t('search.failed') : t('search.none', { text });
  return (
    // keeps the focus in the box
    <div className="found" hidden={!isShown} onMouseDown={(event) => event.preventDefault()}>
      {places.length === 0 && <p className="note">{message}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={t('search.label')}>
        {KINDS.map((kind) => {
          const ofKind = places.filter((place) => place.kind === kind);
          return (
            ofKind.length > 0 && (
              <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
                <div id={`${id}-${kind}`} className="found-kind" role="presentation">
                  {t(`search.${kind}`)}
                </div>
                {ofKind.map((place) => (
                  <FoundOption
                    key={place.key}
                    id={`${id}-${places.indexOf(place)}`}
                    place={place}
                    isActive={places.indexOf(place) === active}
                    onChoose={onChoose}
                  />
                ))}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

interface FoundOptionProps {
  id: string;
  place: FoundPlace;
  isActive: boolean;
  onChoose: (place: FoundPlace) => void;
}

function FoundOption({ id, place, isActive, onChoose }: FoundOptionProps) {
  const { t } = useTranslation();
  const { name, postcode, position } = place;
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={position === null}
      onClick={() => onChoose(place)}
    >
      {name} <span className="note">{position === null ? t('search.unplaced') : postcode}</span>
    </div>
  );
}
