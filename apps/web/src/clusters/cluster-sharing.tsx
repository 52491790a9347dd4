import type { Cluster } from '@cluster-atlas/contract';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeLocation, type LocationState } from '../location-state/location-state.js';
import { formatCount, formatDate } from '../strings/figures.js';

interface ClusterSharingProps {
  cluster: Cluster;
  /** The day that is mapped. */
  date: string;
  state: LocationState;
}

/** Texts to cite a cluster and to show its map on another page. */
export function ClusterSharing({ cluster, date, state }: ClusterSharingProps) {
  const { t } = useTranslation();
  const today = new Date().toISOString().slice(0, 10);
  // today's clusters are others tomorrow: what is quoted names its day
  const selection = state.keptRun === null ? { ...state.selection, date } : state.selection;
  const search = writeLocation({ ...state, selection });
  const address = `${window.location.origin}/${search}`;
  const citation = t('sharing.citation', {
    name: cluster.name,
    size: formatCount(cluster.size),
    date: formatDate(date),
    today: formatDate(today),
    address,
  });
  const embed = `<iframe src="${window.location.origin}/embed${search}" title="${escapeQuotes(cluster.name)}" width="800" height="600" loading="lazy"></iframe>`;
  return (
    <details className="measurement">
      <summary>{t('sharing.title')}</summary>
      <CopyText label={t('sharing.cite')} text={citation} />
      <CopyText label={t('sharing.bibtex')} text={bibtex(cluster, { date: today, address })} />
      <CopyText label={t('sharing.embed')} text={embed} />
      <button type="button" className="button" onClick={() => window.print()}>
        {t('sharing.print')}
      </button>
    </details>
  );
}

function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="copy-text">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        rows={4}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
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

function bibtex({ slug, name }: Cluster, { date, address }: { date: string; address: string }) {
  return [
    `@misc{${slug},`,
    `  title = {${name}},`,
    '  author = {{Cluster Atlas}},',
    `  year = {${date.slice(0, 4)}},`,
    `  url = {${address}},`,
    `  urldate = {${date}}`,
    '}',
  ].join('\n');
}

function escapeQuotes(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
