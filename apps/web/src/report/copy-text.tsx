import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyTextProps {
  label: string;
  text: string;
  /** Whether it is of use where it cannot be copied. */
  isOnPaper?: boolean;
}

/** A text to be copied as it is. */
export function CopyText({ label, text, isOnPaper = false }: CopyTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className={isOnPaper ? 'copy-text' : 'copy-text for-screens'}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={4}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {isOnPaper && <p className="on-paper">{text}</p>}
      <button
        type="button"
        className="button quiet"
        aria-label={t('sharing.copyWhat', { what: label })}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
      >
        {t('sharing.copy')}
      </button>
      <span role="status">{isCopied && t('sharing.copied')}</span>
    </div>
  );
}
