import { publicIdFrom } from '../businesses/public-id.js';
import type { SectorReference } from '../imports/register-row.js';
import { FIRST_DAY, isoDate, LAST_DAY } from './days.js';
import { growEconomy } from './economy.js';
import type { Firm } from './firm.js';
import { NameGiver } from './names.js';
import { RandomStream } from './random.js';
import { SECTOR_TITLES } from './sectors.js';
import type { Building } from './sites.js';

export interface DemoLocation extends Building {
  kind: 'registered' | 'trading';
  /** ISO dates; null: since the business began, and to its end. */
  validFrom: string | null;
  validTo: string | null;
}

/** A made-up business, as the database is to hold it. Dates are ISO dates. */
export interface DemoBusiness {
  externalId: string;
  publicId: string;
  name: string;
  status: 'Active' | 'Dissolved';
  category: string;
  startedOn: string;
  endedOn: string | null;
  jobsLow: number | null;
  jobsHigh: number | null;
  firstSeenOn: string;
  lastSeenOn: string;
  sectors: SectorReference[];
  locations: DemoLocation[];
}

/** The year of the workshop at MediaCityUK. */
const DEMO_SEED = 2013;

/** The businesses of the demo, oldest first: the same ones, to the byte, for the same seed. */
export function generateDemo(seed = DEMO_SEED): DemoBusiness[] {
  const names = new NameGiver(new RandomStream(seed, 'names'));
  const firms = growEconomy(seed).sort((a, b) => a.start - b.start); // a stable sort
  return firms.map((firm, index) => {
    const externalId = `DEMO-${String(index + 1).padStart(6, '0')}`;
    const { name, category } = names.name(firm.sectors[0]!);
    return {
      externalId,
      publicId: publicId(seed, externalId),
      name: firm.name ?? name,
      status: firm.end === null ? 'Active' : 'Dissolved',
      category: firm.name === null ? category : 'Public Limited Company',
      startedOn: isoDate(firm.start),
      endedOn: firm.end === null ? null : isoDate(firm.end),
      jobsLow: firm.jobs.low,
      jobsHigh: firm.jobs.high,
      firstSeenOn: isoDate(Math.max(firm.start, FIRST_DAY)), // before it only survivors are known
      lastSeenOn: isoDate(LAST_DAY),
      sectors: firm.sectors.map((code) => ({
        scheme: 'uk-sic-2007',
        code,
        title: SECTOR_TITLES[code],
      })),
      locations: locationsOf(firm),
    };
  });
}

/**
 * A business registered elsewhere trades where it works. One that trades elsewhere too trades and
 * is registered where it works. All others only say where they are registered.
 */
function locationsOf({ stays, other }: Firm): DemoLocation[] {
  const at = (kind: DemoLocation['kind']): DemoLocation[] =>
    stays.map(({ building, from }, index) => {
      const next = stays[index + 1];
      return {
        kind,
        ...building,
        validFrom: index === 0 ? null : isoDate(from),
        validTo: next ? isoDate(next.from) : null,
      };
    });
  if (!other) return at('registered');
  const elsewhere = { ...other.building, kind: other.kind, validFrom: null, validTo: null };
  return other.kind === 'registered'
    ? [elsewhere, ...at('trading')]
    : [...at('registered'), ...at('trading'), elsewhere];
}

function publicId(seed: number, externalId: string): string {
  const random = new RandomStream(seed, externalId);
  return publicIdFrom(Array.from({ length: 12 }, () => random.below(32)));
}
