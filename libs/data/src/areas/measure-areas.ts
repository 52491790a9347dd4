import { areaDensity, empiricalBayesQuotients, locationQuotient } from '@cluster-atlas/analytics';
import type { AreaMeasures, AreaQuery, AreaTable } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { dateWarnings } from '../analyses/date-warnings.js';
import { describeSelection } from '../analyses/describe-selection.js';
import { isoDate } from '../analyses/selection.js';
import type { AreaTally, PlacedLayer } from './area-study.js';
import { growthDates } from './growth-dates.js';
import { growthOf } from './sector-measures.js';

/** A layer and how it is counted: a caller may remember counts. */
export interface AreaStudy {
  database: DataSource;
  layer: PlacedLayer;
  /** At the date of the query, or at another one, in days since 1970-01-01. */
  tally: (date?: number) => Promise<AreaTally>;
  /** Of the query, days since 1970-01-01. */
  date: number;
}

/** The counts that an answer rests on, and what must be said about them. */
export interface AreaCount {
  now: AreaTally;
  /** Null where no growth is told. */
  before: AreaTally | null;
  answer: Pick<AreaTable, 'base' | 'date' | 'since' | 'excluded' | 'definition' | 'warnings'>;
}

/** Measures all areas of a layer. */
export async function measureAreas(study: AreaStudy, query: AreaQuery): Promise<AreaTable> {
  const count = await countAreas(study, query);
  return {
    layer: study.layer.name ?? 'drawn',
    areas: measuresOf(study.layer, count),
    outside: count.now.outside,
    ...count.answer,
  };
}

export async function countAreas(study: AreaStudy, query: AreaQuery): Promise<AreaCount> {
  const { database, date, layer, tally } = study;
  const growth = await growthDates(database, query, date);
  const now = await tally();
  const before = growth.since === null ? null : await tally(growth.since);
  const warnings = [
    ...overlapWarnings(layer),
    ...growth.warnings,
    ...(await dateWarnings(database, date)),
  ];
  const since = growth.since === null ? null : isoDate(growth.since);
  return {
    now,
    before,
    answer: {
      base: { count: now.base.matching, all: now.base.all },
      date: isoDate(date),
      since,
      excluded: now.excluded,
      definition: { ...describeSelection(query), date: isoDate(date), since, ...METHOD },
      warnings,
    },
  };
}

/** In the order of the layer. */
export function measuresOf(layer: PlacedLayer, { now, before }: AreaCount): AreaMeasures[] {
  const { base } = now;
  const expected = Float64Array.from(now.all, (all) =>
    base.all === 0 ? 0 : (all * base.matching) / base.all,
  );
  const shrunk =
    layer.name === null ? null : empiricalBayesQuotients(Float64Array.from(now.matching), expected);
  return layer.areas.map(({ code, name, areaKm2 }, i) => {
    const [matching, all] = [now.matching[i]!, now.all[i]!];
    const earlier = before ? before.matching[i]! : null;
    const stated = now.stated[i]!;
    return {
      ...{ code, name, areaKm2, matching, all },
      densityPerKm2: areaDensity(matching, areaKm2),
      share: all === 0 ? null : matching / all,
      ...locationQuotient({
        ...{ matching, all },
        ...{ baseMatching: base.matching, baseAll: base.all },
      }),
      shrunkLq: shrunk?.[i] ?? null,
      before: earlier,
      growth: growthOf(matching, earlier),
      jobs: stated === 0 ? null : now.jobsLow[i]!,
      jobsHigh: stated === 0 ? null : now.jobsHigh[i]!,
      jobsCoverage: matching === 0 ? null : stated / matching,
    };
  });
}

const METHOD = {
  unit: 'business, once in each area that it has a chosen place in',
  distances: 'areas in EPSG:27700, boundaries joined by straight lines on the grid',
  quotient:
    'share of the selection among all businesses of the area, by their share in everything loaded',
  interval: '95 %, delta method on ln LQ',
  shrinkage: 'empirical Bayes towards the mean of the layer (Marshall 1991)',
};

function overlapWarnings({ overlapping }: PlacedLayer): string[] {
  if (overlapping === 0) return [];
  return [
    `Areas of this layer overlap: ${overlapping} locations lie in several and count in the first by code.`,
  ];
}
