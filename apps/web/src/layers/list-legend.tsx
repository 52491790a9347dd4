import { useTranslation } from 'react-i18next';
import { usePrivateList } from '../private-list/list-store.js';

/** What the triangles mean; nothing without a list. */
export function ListLegend() {
  const { t } = useTranslation();
  const list = usePrivateList();
  if (!list) return null;
  return (
    <p className="others">
      <svg className="swatch line" viewBox="0 0 24 16" aria-hidden="true">
        <path className="list-mark" d="M12 1L20 15H4Z" />
      </svg>
      {t('list.legend', { name: list.name })}
    </p>
  );
}
