import { useTranslation } from 'react-i18next';

/** What a reader must know before quoting the figures below. */
export function Warnings({ warnings }: { warnings: readonly string[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <aside className="warning" aria-label={t('hub.warnings')}>
      <strong>{t('hub.warnings')}</strong>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </aside>
  );
}
