import { useTranslation } from 'react-i18next';
import { apiAddress } from '../explorer/figure-source.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { businessParameters } from './use-businesses.js';

interface BusinessFileProps {
  selection: Selection;
  /** As the list beside it asks the API. */
  where: Record<string, string>;
}

/** All businesses of a list, not only the pages of it that are shown. */
export function BusinessFile({ selection, where }: BusinessFileProps) {
  const { t } = useTranslation();
  return (
    <a href={apiAddress('businesses.csv', businessParameters(selection, where))}>
      {t('businesses.allCsv')}
    </a>
  );
}
