import { useTranslation } from 'react-i18next';
import { useMap } from '../map/map-context.js';
import { drawMap } from './map-image.js';
import { SaveButtons, type DrawnImage } from './save-buttons.js';
import { useViewWords } from './view-words.js';

/** Opens the buttons that save what the map shows. */
export function MapImageMenu() {
  const { t } = useTranslation();
  const map = useMap();
  const readWords = useViewWords();
  const draw = async (): Promise<DrawnImage> => {
    const { selection, source, day } = readWords();
    const { svg, ...left } = await drawMap(map, (left) => ({
      title: t('map.name'),
      description: [selection],
      source: [source, t('images.saved', { date: day }), ...problemsOf(left)],
    }));
    return { svg, problem: problemsOf(left).join(' ') };
  };
  const problemsOf = (left: { isBaseLeftOut: boolean; isPartlyLoaded: boolean }) => [
    ...(left.isBaseLeftOut ? [t('images.baseLeftOut')] : []),
    ...(left.isPartlyLoaded ? [t('images.partlyLoaded')] : []),
  ];
  return (
    <details className="map-saving">
      <summary aria-label={t('images.openMap')} title={t('images.openMap')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4v11M7 11l5 5 5-5M5 20h14" />
        </svg>
      </summary>
      <SaveButtons what={t('map.name')} name={() => t('map.name')} draw={draw} />
    </details>
  );
}
