import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toPng } from './png.js';
import { fileName, saveFile } from './saved-file.js';
import { svgText } from './svg-elements.js';

export interface DrawnImage {
  svg: SVGSVGElement;
  /** What had to be left out of it. */
  problem: string | null;
}

interface SaveButtonsProps {
  /** What is saved, for those who hear the buttons one by one. */
  what: string;
  /** What the file is called after. */
  name: () => string;
  draw: () => Promise<DrawnImage>;
  /** Of charts. */
  csv?: () => string;
}

type Format = 'svg' | 'png' | 'csv';

/** A button for each kind of file, and whether it was saved. */
export function SaveButtons({ what, name, draw, csv }: SaveButtonsProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'' | 'busy' | 'failed'>('');
  const [saved, setSaved] = useState('');
  const save = async (format: Format) => {
    setState('busy');
    setSaved('');
    try {
      const { blob, problem } = await makeFile(format, draw, csv);
      const file = fileName(name(), format);
      saveFile(blob, file);
      setSaved([t('images.done', { file }), problem].filter(Boolean).join(' '));
      setState('');
    } catch {
      setState('failed');
    }
  };
  const formats: Format[] = csv ? ['svg', 'png', 'csv'] : ['png', 'svg'];
  return (
    <div className="save-buttons" role="group" aria-label={t('images.save', { what })}>
      {csv && <span>{t('images.download')}</span>}
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="link-button"
          aria-label={t('images.saveWhatAs', { what, format: format.toUpperCase() })}
          aria-disabled={state === 'busy'}
          onClick={() => {
            if (state !== 'busy') void save(format);
          }}
        >
          {csv ? format.toUpperCase() : t('images.saveAs', { format: format.toUpperCase() })}
        </button>
      ))}
      <span role="status" className="note">
        {state === 'busy' && t('images.busy')}
        {state === 'failed' && t('images.failed')}
        {state === '' && saved}
      </span>
    </div>
  );
}

async function makeFile(
  format: Format,
  draw: SaveButtonsProps['draw'],
  csv: SaveButtonsProps['csv'],
): Promise<{ blob: Blob; problem: string | null }> {
  if (format === 'csv') {
    return { blob: new Blob([csv!()], { type: 'text/csv;charset=utf-8' }), problem: null };
  }
  const { svg, problem } = await draw();
  if (format === 'png') return { blob: await toPng(svg), problem };
  return { blob: new Blob([svgText(svg)], { type: 'image/svg+xml' }), problem };
}
