import type { ClusterHistory } from '@cluster-atlas/contract';

/** A cluster at one date, as a bar. */
interface Bar {
  id: string;
  name: string;
  date: string;
  size: number;
  x: number;
  y: number;
  height: number;
}

/** Businesses that go from one bar to another, as a band between two edges. */
export interface Band {
  key: string;
  from: Bar;
  to: Bar;
  businesses: number;
  /** From the tops of the bars. */
  fromOffset: number;
  toOffset: number;
  /** At either end. */
  fromHeight: number;
  toHeight: number;
}

export interface TransitionLayout {
  width: number;
  height: number;
  bars: Bar[];
  bands: Band[];
}

export const BAR_WIDTH = 10;
const COLUMN = 56;
const GAP = 10;
const LEAST_HEIGHT = 2;
/** Of the tallest column, without gaps. */
const FULL_HEIGHT = 320;

/**
 * Stacks the clusters of each date, those that were ever largest on top so that each keeps its place,
 * and joins those that share businesses. Heights are in proportion to businesses.
 */
export function layoutTransitions(history: ClusterHistory): TransitionLayout {
  const { dates, clusters, flows } = history;
  const tallest = Math.max(1, ...dates.map(({ clustered }) => clustered));
  const heightOf = (size: number) => Math.max(LEAST_HEIGHT, (size / tallest) * FULL_HEIGHT);
  const bars = new Map<string, Bar>();
  let height = 0;
  dates.forEach(({ date }, column) => {
    let y = 0;
    for (const { id, name, versions } of clusters) {
      const size = versions.find((version) => version.date === date)?.size;
      if (size === undefined) continue;
      const bar = { id, name, date, size, x: column * COLUMN, y, height: heightOf(size) };
      bars.set(`${date} ${id}`, bar);
      y += bar.height + GAP;
    }
    height = Math.max(height, y);
  });
  const before = new Map(dates.map(({ date }, i) => [date, dates[i - 1]?.date]));
  const used = new Map<string, number>();
  const take = (key: string, amount: number) => {
    const offset = used.get(key) ?? 0;
    used.set(key, offset + amount);
    return offset;
  };
  const bands = flows.flatMap(({ date, from, to, businesses }): Band[] => {
    const source = bars.get(`${before.get(date)} ${from}`);
    const target = bars.get(`${date} ${to}`);
    if (!source || !target) return [];
    const fromHeight = source.height * Math.min(1, businesses / source.size);
    const toHeight = target.height * Math.min(1, businesses / target.size);
    return [
      {
        key: `${date} ${from} ${to}`,
        ...{ from: source, to: target, businesses, fromHeight, toHeight },
        fromOffset: take(`out ${source.date} ${from}`, fromHeight),
        toOffset: take(`in ${date} ${to}`, toHeight),
      },
    ];
  });
  return { width: dates.length * COLUMN, height, bars: [...bars.values()], bands };
}
