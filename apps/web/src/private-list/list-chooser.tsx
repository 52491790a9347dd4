import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeList } from './decode-list.js';
import { setList, showOnMap } from './list-store.js';
import { isPlaced } from './listed-business.js';
import { readList, UnfitList } from './read-list.js';

/** Takes a file by its picker or by dropping it here. */
export function ListChooser() {
  const { t } = useTranslation();
  const id = useId();
  const [isReading, setIsReading] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [unfit, setUnfit] = useState<UnfitList | null>(null);
  const take = async (file: File | undefined) => {
    if (!file || isReading) return;
    setIsReading(true);
    setUnfit(null);
    try {
      const list = readList(await decodeList(file));
      setList({ ...list, name: file.name, lookup: { state: 'none' } });
      if (list.businesses.some(isPlaced)) showOnMap('all');
    } catch (error) {
      setUnfit(error instanceof UnfitList ? error : new UnfitList('unreadable'));
      setIsReading(false);
    }
  };
  const over = (event: DragEvent, isNowOver: boolean) => {
    event.preventDefault(); // or the browser would open the file
    setIsOver(isNowOver);
  };
  return (
    <div
      className="drop-zone"
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={id}>{t('list.choose')}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-describedby={`${id}hint`}
        aria-disabled={isReading} // `disabled` would take the focus away
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = ''; // so that the same file can be chosen again once it is put right
        }}
      />
      <p id={`${id}hint`} className="note">
        {t('list.drop')}
      </p>
      <p role="status" className="note">
        {isReading && t('list.reading')}
      </p>
      {unfit && (
        <div className="problem" role="alert">
          <p>{t(`list.problems.${unfit.problem}`)}</p>
          {unfit.header.length > 0 && (
            <p>{t('list.header', { header: unfit.header.join(', ').slice(0, 300) })}</p>
          )}
        </div>
      )}
    </div>
  );
}
