import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.js';

interface SidePanelProps {
  title: string;
  subtitle?: string | null | undefined;
  closeLabel: string;
  /** The contents belong to the choices before and are about to change. */
  isStale?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A panel beside the map, or at its foot on small screens. It takes the focus and gives it back. */
export function SidePanel({ title, subtitle, closeLabel, ...rest }: SidePanelProps) {
  const { isStale = false, onClose, children } = rest;
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    const opener = document.activeElement;
    const element = panel.current;
    if (opener !== document.body) heading.current?.focus({ preventScroll: true });
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const isGone = !opener?.isConnected || opener === document.body;
      const target = isGone ? document.getElementById('map') : opener;
      (target as HTMLElement | null)?.focus({ preventScroll: true });
    };
  }, []);

  function closeOnEscape(event: KeyboardEvent) {
    const { target } = event; // a field to search in is emptied first
    const isEmptied =
      target instanceof HTMLInputElement && target.type === 'search' && target.value;
    if (event.key === 'Escape' && !isEmptied) onClose();
  }

  return (
    <section
      ref={panel}
      className="side-panel"
      aria-labelledby={titleId}
      aria-busy={isStale}
      onKeyDown={closeOnEscape}
    >
      <header>
        <div>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {subtitle && <p className="subtitle">{subtitle}</p>}
        </div>
        <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </header>
      <div className="side-panel-body">
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </section>
  );
}
