import { useTranslation } from 'react-i18next';
import { useViewWords } from '../images/view-words.js';
import { usePrinting } from './printing.js';

/** On paper alone: which businesses it is about, where it comes from and when it was printed. */
export function ReportHead() {
  const { t } = useTranslation();
  const readWords = useViewWords();
  if (!usePrinting()) return null;
  const { selection, source, day } = readWords();
  return (
    <div className="report-head">
      <p>{t('report.selection', { selection })}</p>
      <p>{source}</p>
      <p>{t('report.printed', { date: day })}</p>
    </div>
  );
}
