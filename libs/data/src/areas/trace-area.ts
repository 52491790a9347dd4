import { locationQuotient } from '@cluster-atlas/analytics';
import type { AreaTrend, SelectionQuery } from '@cluster-atlas/contract';
import { dateWarnings, firstEdition } from '../analyses/date-warnings.js';
import { describeSelection } from '../analyses/describe-selection.js';
import { isoDate } from '../analyses/selection.js';
import { areaNumber, type AreaTally } from './area-study.js';
import { yearsBefore } from './growth-dates.js';
import type { AreaStudy } from './measure-areas.js';

const MOST_YEARS = 15;

/**
 * An area year by year within its boundary of today, back from the date of the query to the first
 * loaded edition: earlier dates know survivors alone.
 *
 * @throws {NotFound} if the layer has no such code
 */
export async function traceArea(
  { database, layer, date, tally }: AreaStudy,
  code: string,
  query: SelectionQuery,
): Promise<AreaTrend> {
  const area = areaNumber(layer, code);
  const edition = await firstEdition(database);
  const points: AreaTrend['points'] = [];
  for (let years = 0; years <= MOST_YEARS; years++) {
    const day = yearsBefore(date, years);
    if (years > 0 && (!edition || day < edition.day)) break;
    points.unshift(pointOf(await tally(day), { area, day }));
  }
  return {
    points,
    definition: { ...describeSelection(query), date: isoDate(date), boundary: 'of today' },
    warnings: await dateWarnings(database, date),
  };
}

function pointOf(
  { matching, all, base }: AreaTally,
  { area, day }: { area: number; day: number },
): AreaTrend['points'][number] {
  const here = { matching: matching[area]!, all: all[area]! };
  return {
    date: isoDate(day),
    ...here,
    share: here.all === 0 ? null : here.matching / here.all,
    ...locationQuotient({ ...here, baseMatching: base.matching, baseAll: base.all }),
    baseMatching: base.matching,
  };
}
