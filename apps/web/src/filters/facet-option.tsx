import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';

interface FacetOptionProps {
  type: 'checkbox' | 'radio';
  name: string;
  label: string;
  count?: number;
  checked: boolean;
  /** Some of what lies below it is chosen. */
  isPartly?: boolean;
  onToggle: () => void;
}

/** A choice with the number of businesses that it would show. */
export function FacetOption({
  label,
  count,
  isPartly = false,
  onToggle,
  ...rest
}: FacetOptionProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current!.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label className="option" data-empty={count === 0}>
      <input ref={input} {...rest} onChange={onToggle} />
      <span className="option-name">{label}</span>
      {count !== undefined && (
        <>
          <span className="count" aria-hidden="true">
            {formatCount(count)}
          </span>
          <span className="visually-hidden">
            , {t('filters.count', { count, formatted: formatCount(count) })}
          </span>
        </>
      )}
    </label>
  );
}
