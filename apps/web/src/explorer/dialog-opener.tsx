import { useRef, type ReactNode } from 'react';

interface DialogOpenerProps {
  /** On the button. */
  text: string;
  /** What the dialog is about. */
  name: string;
  /** On the button that closes it. */
  done: string;
  children: ReactNode;
}

/** A button, and the dialog that it opens where there is no room for the contents. */
export function DialogOpener({ text, name, done, children }: DialogOpenerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={name}
        onClick={() => dialog.current?.showModal()}
      >
        {text}
      </button>
      <dialog ref={dialog} className="filter-dialog" aria-label={name}>
        <div className="filter-dialog-body">{children}</div>
        <form method="dialog">
          <button type="submit" className="button primary">
            {done}
          </button>
        </form>
      </dialog>
    </>
  );
}
