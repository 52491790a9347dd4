import { useTranslation } from 'react-i18next';

/** The name of a kind of hub; one that is not known is written as it is stored. */
export function useHubKind(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => {
    const key = `hub.kinds.${kind}`;
    if (i18n.exists(key)) return t(key as 'hub.kinds.university');
    const words = kind.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}
