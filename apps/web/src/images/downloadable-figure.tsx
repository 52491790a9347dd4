import { Suspense, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../explorer/error-boundary.js';
import { LoadingState } from '../explorer/request-state.js';
import { frameImage } from './framed-image.js';
import { paintElement } from './painted-element.js';
import { SaveButtons } from './save-buttons.js';
import { useViewWords } from './view-words.js';

interface DownloadableFigureProps {
  /** What the figure shows; the name of the panel that it stands in is put before it. */
  title: string;
  /** The chart's figures as a file. */
  csv: () => string;
  children: ReactNode;
}

/** A chart, and below it the same as a drawing, as an image and as figures to download. */
export function DownloadableFigure({ title, csv, children }: DownloadableFigureProps) {
  const { t } = useTranslation();
  const figure = useRef<HTMLDivElement>(null);
  const readWords = useViewWords();
  const wholeTitle = () => {
    const panel = figure.current!.closest('.side-panel')?.querySelector('h2')?.textContent;
    return panel ? t('images.titleIn', { panel, title }) : title;
  };
  const draw = () => {
    const { selection, source, day } = readWords();
    const saved = t('images.saved', { date: day });
    const words = {
      title: wholeTitle(),
      description: [selection],
      source: [source, saved],
    };
    return { ...drawFigure(figure.current!), words };
  };
  return (
    <div className="figure">
      <div ref={figure}>
        <ErrorBoundary>
          <Suspense fallback={<LoadingState />}>{children}</Suspense>
        </ErrorBoundary>
      </div>
      <SaveButtons
        what={title}
        name={wholeTitle}
        draw={async () => {
          await untilDrawn(figure.current!);
          return { svg: frameImage(draw()), problem: null };
        }}
        csv={csv}
      />
    </div>
  );
}

/** The code of a chart may still be on its way, or its first drawing. */
async function untilDrawn(figure: HTMLElement): Promise<void> {
  while (figure.isConnected && figure.querySelector('.loading, .chart:empty')) {
    await new Promise(requestAnimationFrame);
  }
}

/**
 * The figure in its full size, even where a part of it is scrolled out of sight.
 *
 * @throws {RangeError} if nothing of it is drawn
 */
function drawFigure(figure: HTMLElement) {
  const boxes = [...figure.querySelectorAll(':scope :not(svg *)')]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width * height > 0);
  if (boxes.length === 0 || figure.querySelector('.problem')) throw new RangeError('no drawing');
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  return {
    contents: paintElement(figure, { x, y }),
    width: Math.max(...boxes.map(({ right }) => right)) - x,
    height: Math.max(...boxes.map(({ bottom }) => bottom)) - y,
  };
}
