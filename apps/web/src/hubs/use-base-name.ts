import { useTranslation } from 'react-i18next';

/** What location quotients are compared with, in words. */
export function useBaseName(base: string): string {
  const { t } = useTranslation();
  if (base === 'loaded') return t('hub.baseName.loaded');
  return base === 'country:GB' ? t('hub.baseName.britain') : base;
}
