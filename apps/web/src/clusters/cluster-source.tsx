import { useTranslation } from 'react-i18next';

/** How to get the same figures from the API, from the command line, or as a file. */
export function ClusterSource({ parameters }: { parameters: URLSearchParams }) {
  const { t } = useTranslation();
  const query = parameters.toString();
  const address = (path: string) => `/api/v1/${path}${query === '' ? '' : `?${query}`}`;
  return (
    <details className="measurement">
      <summary>{t('clusters.source')}</summary>
      <p>
        <a href={address('clusters')}>{t('clusters.asJson')}</a>
        {' · '}
        <a href={address('clusters/outlines')} download="clusters.geojson">
          {t('clusters.asGeojson')}
        </a>
      </p>
      <p className="note">{t('clusters.asCommand')}</p>
      <pre>
        <code>{commandLine(parameters)}</code>
      </pre>
    </details>
  );
}

/** `sectors=62` is `--sectors 62`, `primaryOnly=true` is `--primary-only`. */
function commandLine(parameters: URLSearchParams): string {
  const options = [...parameters].map(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === 'true') return option;
    return `${option} ${/^[\w.,+-]+$/.test(value) ? value : `'${value}'`}`;
  });
  return ['npx atlas analyse clusters', ...options].join(' ');
}
