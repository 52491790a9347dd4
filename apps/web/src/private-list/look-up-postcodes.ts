import { MOST_POSTCODES, type PostcodePositions } from '@cluster-atlas/contract';
import { api, ApiProblem } from '../api/client.js';
import { changeList, showOnMap, type PrivateList } from './list-store.js';
import { isWaiting, type ListedBusiness, type ListedPlace } from './listed-business.js';

type Positions = Map<string, PostcodePositions['items'][number]>;

/** A minute is the span of the server's limit. */
const PAUSE_MILLISECONDS = 20_000;
const MOST_PAUSES = 4;

/** The postcodes of which the place is not known yet, each once. */
export function waitingPostcodes(businesses: readonly ListedBusiness[]): string[] {
  return [...new Set(businesses.filter(isWaiting).map(({ postcode }) => postcode!))];
}

/** Asks the server where the list's postcodes are; it is sent nothing else, and sees them in their alphabetical order. */
export async function lookUpPostcodes({ businesses }: PrivateList): Promise<void> {
  const postcodes = waitingPostcodes(businesses).sort();
  const found: Positions = new Map();
  for (let from = 0; from < postcodes.length; from += MOST_POSTCODES) {
    const lookup = { state: 'running', done: from, all: postcodes.length } as const;
    if (!changeList(businesses, { lookup })) return;
    try {
      const { items } = await ask(postcodes.slice(from, from + MOST_POSTCODES));
      for (const item of items) found.set(item.postcode, item);
    } catch (error) {
      changeList(businesses, { lookup: { state: 'failed', error: error as Error } });
      return;
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

/** The reader does not want them looked up. */
export function declineLookup({ businesses }: PrivateList): void {
  changeList(businesses, {
    businesses: businesses.map((business) =>
      isWaiting(business) ? { ...business, reason: 'notLookedUp' } : business,
    ),
  });
}

async function ask(postcodes: string[], pauses = 0): Promise<PostcodePositions> {
  try {
    return await api.postcodes({ postcodes });
  } catch (error) {
    const isTooOften = error instanceof ApiProblem && error.problem.status === 429;
    if (!isTooOften || pauses >= MOST_PAUSES) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    return ask(postcodes, pauses + 1);
  }
}

function place(business: ListedBusiness, found: Positions): ListedBusiness {
  const position = found.get(business.postcode!);
  if (!position) return { ...business, reason: 'unknownPostcode' };
  const { longitude, latitude, easting, northing } = position;
  const precision = position.precision as ListedPlace['precision'];
  return { ...business, place: { longitude, latitude, easting, northing, precision } };
}
