import { MOST_POSTCODES, type PostcodePositions } from '@cluster-atlas/contract';
import { api, ApiProblem } from '../api/client.js';
import { changeList, showOnMap, type PrivateList } from './list-store.js';
import { isWaiting, type ListedBusiness, type ListedPlace } from './listed-business.js';

type Positions = Map<string, PostcodePositions['items'][number]>;

/** Of seconds, where the server does not say how long. */
const USUAL_PAUSE = 5;
/** Each is longer than the last, because others may be asking too: more than a minute in all. */
const MOST_PAUSES = 12;

/** The postcodes of which the place is not known yet, each once. */
export function waitingPostcodes(businesses: readonly ListedBusiness[]): string[] {
  return [...new Set(businesses.filter(isWaiting).map(({ postcode }) => postcode!))];
}

/**
 * Asks the server where the list's postcodes are; it is sent nothing else, and sees them in their
 * alphabetical order. Nothing more is sent once the list is forgotten or replaced.
 */
export async function lookUpPostcodes({ businesses }: PrivateList): Promise<void> {
  const postcodes = waitingPostcodes(businesses).sort();
  const found: Positions = new Map();
  const report = (done: number, isPaused = false) =>
    changeList(businesses, {
      lookup: { state: 'running', done, all: postcodes.length, isPaused },
    });
  let pauses = 0;
  for (let done = 0; done < postcodes.length;) {
    if (!report(done)) return;
    try {
      const asked = postcodes.slice(done, done + MOST_POSTCODES);
      const { items } = await api.postcodes({ postcodes: asked });
      for (const item of items) found.set(item.postcode, item);
      done += asked.length;
      pauses = 0;
    } catch (error) {
      if (!isTooOften(error) || pauses === MOST_PAUSES) {
        changeList(businesses, { lookup: { state: 'failed', error: error as Error } });
        return;
      }
      report(done, true);
      pauses++;
      const seconds = pauses * (error.retryAfter ?? USUAL_PAUSE);
      await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    }
  }
  const isKept = changeList(businesses, {
    businesses: businesses.map((business) =>
      isWaiting(business) ? place(business, found) : business,
    ),
    lookup: { state: 'none' },
  });
  if (isKept && found.size > 0) showOnMap('all');
}

function isTooOften(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.status === 429;
}

/** The reader does not want them looked up. */
export function declineLookup({ businesses }: PrivateList): void {
  changeList(businesses, {
    businesses: businesses.map((business) =>
      isWaiting(business) ? { ...business, reason: 'notLookedUp' } : business,
    ),
  });
}

function place(business: ListedBusiness, found: Positions): ListedBusiness {
  const position = found.get(business.postcode!);
  if (!position) return { ...business, reason: 'unknownPostcode' };
  const { longitude, latitude, easting, northing } = position;
  const precision = position.precision as ListedPlace['precision'];
  return { ...business, place: { longitude, latitude, easting, northing, precision } };
}
