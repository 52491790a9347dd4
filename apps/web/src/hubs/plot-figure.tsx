import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { DownloadableFigure } from '../images/downloadable-figure.js';

interface PlotFigureProps {
  /** Says what the chart shows and where its figures are: the drawing itself is silent. */
  label: string;
  options: Plot.PlotOptions;
  /** In a few words, for downloads. */
  title: string;
  /** Its figures as a file. */
  csv: () => string;
}

/** A chart of Observable Plot as one image with a name. */
export function PlotFigure({ label, options, title, csv }: PlotFigureProps) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = Plot.plot({ width: 400, style: { fontSize: '12px' }, ...options });
    // Plot names groups that have no role, which ARIA forbids; the image's name stands for them
    for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    container.current!.replaceChildren(chart);
  }, [options]);
  return (
    <DownloadableFigure title={title} csv={csv}>
      <div ref={container} className="chart" role="img" aria-label={label} />
    </DownloadableFigure>
  );
}
