import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';

interface PlotFigureProps {
  /** Says what the chart shows and where its figures are: the drawing itself is silent. */
  label: string;
  options: Plot.PlotOptions;
}

/** A chart of Observable Plot as one image with a name. */
export function PlotFigure({ label, options }: PlotFigureProps) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = Plot.plot({ width: 400, style: { fontSize: '12px' }, ...options });
    // Plot names groups that have no role, which ARIA forbids; the image's name stands for them
    for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    container.current!.replaceChildren(chart);
  }, [options]);
  return <div ref={container} className="chart" role="img" aria-label={label} />;
}
