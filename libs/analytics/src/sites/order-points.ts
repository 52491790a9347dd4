/** Points in their order, or on the way to it. */
export interface OrderedPoints {
  xs: Float64Array;
  ys: Float64Array;
  /** The number of each point among those that were given. */
  members: Uint32Array;
}

/** What orders points: their row first, of a row x, of one x y. */
type Key = 'row' | 'x' | 'y';
const NEXT_KEY: Record<Key, Key | null> = { row: 'x', x: 'y', y: null };

/** So many points are put in order by insertion. */
const FEW_POINTS = 24;
const MOST_BUCKETS = 2 ** 20;
/** Beyond it, rounding could put a point into the wrong row by 1 % of its height. */
const MOST_ROWS = 2 ** 31;

/** @param lowest y of all points */
export function rowOf(
  y: number,
  { lowest, rowHeight }: { lowest: number; rowHeight: number },
): number {
  return Math.floor((y - lowest) / rowHeight);
}

/** The lowest and the highest of the values; Infinity and -Infinity of none. */
export function rangeOf(values: Float64Array): { lowest: number; highest: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}

/**
 * Points by row, x, y, then number.
 *
 * Dealt into about as many buckets as there are points, each bucket again until it holds few: rows
 * are dealt in memory that is near, unlike the passes of a radix sort. Linear, but for points whose
 * distances shrink without end: these cost up to 60 rounds.
 *
 * Source: Dobosiewicz (1978), Sorting by distributive partitioning, Information Processing Letters
 * 7(1), of the range instead of the median.
 *
 * @throws {RangeError} if the extent is not a number, or there are 2^31 rows
 */
export function orderPoints(
  points: Pick<OrderedPoints, 'xs' | 'ys'>,
  rowHeight: number,
): OrderedPoints {
  const { length } = points.xs;
  const { lowest: minX, highest: maxX } = rangeOf(points.xs);
  const { lowest, highest } = rangeOf(points.ys);
  if (
    maxX - minX === Infinity ||
    highest - lowest === Infinity ||
    (highest - lowest) / rowHeight >= MOST_ROWS
  ) {
    throw new RangeError(
      `Rows of ${rowHeight} do not suit points from ${minX}, ${lowest} to ${maxX}, ${highest}`,
    );
  }
  const members = new Uint32Array(length);
  for (let i = 0; i < length; i++) members[i] = i;
  const ordered = emptyPoints(length);
  const dealer = new PointDealer(ordered, { lowest, rowHeight });
  dealer.deal({ ...points, members }, { from: 0, to: length }, 'row');
  return ordered;
}

/** Deals runs of points into buckets by a key, then each bucket in turn. */
class PointDealer {
  /** Of the run that is dealt. */
  private readonly keys: Float64Array;
  private ends = new Uint32Array();
  /** Where a run stands while it is dealt; as long as the longest that was. */
  private spare = emptyPoints(0);

  constructor(
    private readonly ordered: OrderedPoints,
    private readonly rows: { lowest: number; rowHeight: number },
  ) {
    this.keys = new Float64Array(ordered.xs.length);
  }

  /** Puts all points of the source in order into the places from `from` on. */
  deal(source: OrderedPoints, { from, to }: Run, key: Key): void {
    const count = to - from;
    const { lowest, highest } = this.readKeys(source, count, key);
    if (!(highest > lowest)) {
      const next = NEXT_KEY[key];
      if (next) this.deal(source, { from, to }, next);
      else copyPoints(source, 0, { to: this.ordered, at: from, count });
      return;
    }
    const isByRow = key === 'row' && highest - lowest < 2 * count;
    const buckets = isByRow
      ? highest - lowest + 1
      : Math.min(2 ** Math.ceil(Math.log2(Math.max(count, 16))), MOST_BUCKETS);
    const bucketsPerUnit = isByRow ? 1 : (buckets - 1) / (highest - lowest);
    const largest = this.place(source, { from, to }, { lowest, bucketsPerUnit, buckets });
    if (largest === count)
      sortByComparison(this.ordered, { from, to }, this.rows); // too close for a scale
    else if (largest <= FEW_POINTS && key !== 'row') sortByInsertion(this.ordered, { from, to });
    else this.orderBuckets(from, this.ends.slice(0, buckets), isByRow ? 'x' : key);
  }

  private orderBuckets(from: number, ends: Uint32Array, key: Key): void {
    let start = from;
    for (let bucket = 0; bucket < ends.length; bucket++) {
      const end = from + ends[bucket]!;
      if (end - start > 1) this.orderRun({ from: start, to: end }, key);
      start = end;
    }
  }

  private orderRun(run: Run, key: Key): void {
    const count = run.to - run.from;
    if (count <= FEW_POINTS && key !== 'row') {
      sortByInsertion(this.ordered, run);
      return;
    }
    if (this.spare.xs.length < count) this.spare = emptyPoints(count);
    copyPoints(this.ordered, run.from, { to: this.spare, at: 0, count });
    this.deal(this.spare, run, key);
  }

  private readKeys(source: OrderedPoints, count: number, key: Key) {
    const { keys, rows } = this;
    const values = key === 'x' ? source.xs : source.ys;
    let lowest = Infinity;
    let highest = -Infinity;
    for (let i = 0; i < count; i++) {
      const value = key === 'row' ? rowOf(values[i]!, rows) : values[i]!;
      keys[i] = value;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    return { lowest, highest };
  }

  /** @returns how many points the fullest bucket has */
  private place(
    source: OrderedPoints,
    { from, to }: Run,
    scale: { lowest: number; bucketsPerUnit: number; buckets: number },
  ): number {
    const { keys } = this;
    const { xs, ys, members } = this.ordered;
    const { xs: sourceXs, ys: sourceYs, members: sourceMembers } = source;
    const { lowest, bucketsPerUnit, buckets } = scale;
    const count = to - from;
    if (this.ends.length < buckets) this.ends = new Uint32Array(buckets);
    const ends = this.ends.fill(0, 0, buckets);
    for (let i = 0; i < count; i++) ends[((keys[i]! - lowest) * bucketsPerUnit) | 0]!++;
    const largest = addUp(ends, buckets);
    for (let i = 0; i < count; i++) {
      const at = from + ends[((keys[i]! - lowest) * bucketsPerUnit) | 0]!++;
      xs[at] = sourceXs[i]!;
      ys[at] = sourceYs[i]!;
      members[at] = sourceMembers[i]!;
    }
    return largest;
  }
}

interface Run {
  from: number;
  to: number;
}

function emptyPoints(count: number): OrderedPoints {
  return {
    xs: new Float64Array(count),
    ys: new Float64Array(count),
    members: new Uint32Array(count),
  };
}

function copyPoints(
  source: OrderedPoints,
  first: number,
  { to, at, count }: { to: OrderedPoints; at: number; count: number },
): void {
  const { xs, ys, members } = to;
  const { xs: sourceXs, ys: sourceYs, members: sourceMembers } = source;
  for (let i = 0; i < count; i++) {
    xs[at + i] = sourceXs[first + i]!;
    ys[at + i] = sourceYs[first + i]!;
    members[at + i] = sourceMembers[first + i]!;
  }
}

/** Makes starts of counts; @returns the largest count */
function addUp(counts: Uint32Array, buckets: number): number {
  let start = 0;
  let largest = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = counts[bucket]!;
    if (count > largest) largest = count;
    counts[bucket] = start;
    start += count;
  }
  return largest;
}

/** By x, then y, of one row; equal points stay in their order. */
function sortByInsertion({ xs, ys, members }: OrderedPoints, { from, to }: Run): void {
  for (let i = from + 1; i < to; i++) {
    const x = xs[i]!;
    const y = ys[i]!;
    if (xs[i - 1]! < x || (xs[i - 1] === x && ys[i - 1]! <= y)) continue;
    const member = members[i]!;
    let at = i;
    for (; at > from; at--) {
      const before = at - 1;
      if (xs[before]! < x || (xs[before] === x && ys[before]! <= y)) break;
      xs[at] = xs[before]!;
      ys[at] = ys[before]!;
      members[at] = members[before]!;
    }
    xs[at] = x;
    ys[at] = y;
    members[at] = member;
  }
}

function sortByComparison(
  points: OrderedPoints,
  { from, to }: Run,
  rows: { lowest: number; rowHeight: number },
): void {
  const run = emptyPoints(to - from);
  copyPoints(points, from, { to: run, at: 0, count: to - from });
  const order = Array.from(run.xs, (_, i) => i).sort(
    (a, b) =>
      rowOf(run.ys[a]!, rows) - rowOf(run.ys[b]!, rows) ||
      run.xs[a]! - run.xs[b]! ||
      run.ys[a]! - run.ys[b]!,
  );
  order.forEach((i, place) => copyPoints(run, i, { to: points, at: from + place, count: 1 }));
}
