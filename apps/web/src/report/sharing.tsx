import { useTranslation } from 'react-i18next';
import { fileStem } from '../images/saved-file.js';
import { useViewWords } from '../images/view-words.js';
import { writeLocation, type LocationState } from '../location-state/location-state.js';
import { formatDate } from '../strings/figures.js';
import { bibtex } from './citation.js';
import { CopyText } from './copy-text.js';
import { printPage } from './printing.js';

interface SharingProps {
  /** What the page is about. */
  title: string;
  /** Its leading figure, in words. */
  figure?: string | undefined;
  /** The kept run that it is of. */
  run?: { id: string; date: string } | null;
  /** Whether the map tells it too, so that a frame of another page can show it. */
  isOnMap?: boolean;
  state: LocationState;
}

/** Texts to cite what is shown and to show its map on another page, and how to print it. */
export function Sharing({ title, figure, run = null, isOnMap = true, state }: SharingProps) {
  const { t } = useTranslation();
  const readWords = useViewWords();
  const { selection } = state;
  const retrieved = new Date().toISOString().slice(0, 10);
  const date = run?.date ?? selection.date ?? retrieved;
  // today's figures are others tomorrow: what is quoted names its day, or a run that is kept
  const search = writeLocation(run ? state : { ...state, selection: { ...selection, date } });
  const address = `${window.location.origin}/${search}`;
  const basis = run
    ? t('sharing.keptRun', { id: run.id, date: formatDate(date) })
    : readWords().selection;
  const what = figure === undefined ? title : t('sharing.figure', { title, figure });
  const cited = { title: what, address, date, basis, retrieved };
  const embed = `<iframe src="${window.location.origin}/embed${search}" title="${escapeQuotes(title)}" width="800" height="600" loading="lazy"></iframe>`;
  return (
    <details className="measurement sharing">
      <summary>{t(isOnMap ? 'sharing.title' : 'sharing.titleWithoutMap')}</summary>
      <CopyText
        label={t('sharing.cite')}
        text={t('sharing.citation', { what, basis, today: formatDate(retrieved), address })}
        isOnPaper
      />
      <CopyText label={t('sharing.bibtex')} text={bibtex(fileStem(title), cited)} />
      {isOnMap && <CopyText label={t('sharing.embed')} text={embed} />}
      <button type="button" className="button" onClick={() => void printPage()}>
        {t('sharing.print')}
      </button>
    </details>
  );
}

function escapeQuotes(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
