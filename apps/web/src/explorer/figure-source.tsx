import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureSourceProps {
  /** Of `atlas`, as `analyse clusters`. */
  command: string;
  /** Of the request, and as options of the command. */
  parameters: URLSearchParams;
  /** Links to the same figures. */
  children: ReactNode;
}

/** How to get the same figures from the API, from the command line, or as a file. */
export function FigureSource({ command, parameters, children }: FigureSourceProps) {
  const { t } = useTranslation();
  return (
    <details className="measurement">
      <summary>{t('clusters.source')}</summary>
      <p>{children}</p>
      <p className="note">{t('clusters.asCommand')}</p>
      <pre>
        <code>{commandLine(command, parameters)}</code>
      </pre>
    </details>
  );
}

export function apiAddress(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return `/api/v1/${path}${query === '' ? '' : `?${query}`}`;
}

/** `sectors=62` is `--sectors 62`, `primaryOnly=true` is `--primary-only`. */
function commandLine(command: string, parameters: URLSearchParams): string {
  const options = [...parameters].map(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === 'true') return option;
    return `${option} ${/^[\w.,+-]+$/.test(value) ? value : `'${value}'`}`;
  });
  return [`npx atlas ${command}`, ...options].join(' ');
}
