import { useTranslation } from 'react-i18next';
import { apiAddress, FigureSource } from '../explorer/figure-source.js';

/** How to get the clusters elsewhere. */
export function ClusterSource({ parameters }: { parameters: URLSearchParams }) {
  const { t } = useTranslation();
  return (
    <FigureSource command="analyse clusters" parameters={parameters}>
      <a href={apiAddress('clusters', parameters)}>{t('clusters.asJson')}</a>
      {' · '}
      <a href={apiAddress('clusters.csv', parameters)} download="clusters.csv">
        {t('clusters.asCsv')}
      </a>
      {' · '}
      <a href={apiAddress('clusters/outlines', parameters)} download="clusters.geojson">
        {t('clusters.asGeojson')}
      </a>
    </FigureSource>
  );
}
