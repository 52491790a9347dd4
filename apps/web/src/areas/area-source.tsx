import { useTranslation } from 'react-i18next';
import type { AreaAddress } from './use-areas.js';

interface AreaSourceProps {
  address: AreaAddress;
  /** Without the options of the selection. */
  command: string;
}

/** How to get the same figures from the API or from the command line. */
export function AreaSource({ address: { path, parameters }, command }: AreaSourceProps) {
  const { t } = useTranslation();
  const options = [...parameters].map(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === 'true') return option;
    return `${option} ${/^[\w.,+-]+$/.test(value) ? value : `'${value}'`}`;
  });
  return (
    <details className="measurement">
      <summary>{t('clusters.source')}</summary>
      <p>
        <a href={`/api/v1/${path}?${parameters.toString()}`}>{t('clusters.asJson')}</a>
      </p>
      <p className="note">{t('clusters.asCommand')}</p>
      <pre>
        <code>{[command, ...options].join(' ')}</code>
      </pre>
    </details>
  );
}
