import { dayOf } from './days.js';
import { isAlive, workplaces, type Firm } from './firm.js';
import { isInSalford } from './salford.js';
import type { SectorCode } from './sectors.js';

/** A large employer. Its jobs are what the published employment leaves to it. */
export interface Anchor {
  name: string;
  district: string;
  sector: SectorCode;
  start: number;
  /** Of the jobs that are left to the anchors of the same published year. */
  share: number;
}

/** Creative and digital employment in Salford at the end of a year, as published. */
export const SALFORD_EMPLOYMENT: readonly {
  year: number;
  jobs: number;
  anchors: readonly Anchor[];
}[] = [
  {
    year: 2010,
    jobs: 6_310,
    anchors: [
      {
        name: 'Lockgate Telecom plc',
        district: 'salford-quays',
        sector: '61100',
        start: dayOf(1996, 4, 1),
        share: 0.5,
      },
      {
        name: 'Corvane Systems plc',
        district: 'salford-quays',
        sector: '62020',
        start: dayOf(1999, 9, 13),
        share: 0.3,
      },
      {
        name: 'Northmere Hosting plc',
        district: 'salford-quays',
        sector: '63110',
        start: dayOf(2001, 2, 5),
        share: 0.2,
      },
    ],
  },
  {
    year: 2019,
    jobs: 15_275,
    anchors: [
      {
        name: 'Beacon Dock Broadcasting plc',
        district: 'mediacityuk',
        sector: '60200',
        start: dayOf(2011, 5, 3),
        share: 0.6,
      },
      {
        name: 'Tidewater Studios plc',
        district: 'mediacityuk',
        sector: '59113',
        start: dayOf(2011, 9, 1),
        share: 0.15,
      },
      {
        name: 'Harbourlight Television plc',
        district: 'mediacityuk',
        sector: '59113',
        start: dayOf(2013, 3, 25),
        share: 0.25,
      },
    ],
  },
];

export const ANCHORS: readonly Anchor[] = SALFORD_EMPLOYMENT.flatMap(({ anchors }) => anchors);

/**
 * Gives the anchors the jobs that make Salford's employment the published one.
 *
 * @throws {RangeError} if the others have more jobs already
 */
export function settleAnchors(firms: readonly Firm[]): void {
  for (const { year, jobs, anchors } of SALFORD_EMPLOYMENT) {
    const left = jobs - salfordEmployment(firms, dayOf(year, 12, 31));
    if (left <= 0) throw new RangeError(`Salford has ${-left} jobs too many in ${year}`);
    for (const { name, share } of anchors) {
      const anchor = firms.find((firm) => firm.name === name)!;
      const jobs = Math.round(left * share);
      anchor.jobs = { low: jobs, high: jobs };
    }
  }
}

/** Stated jobs of the creative and digital businesses with a place of work in Salford. */
function salfordEmployment(firms: readonly Firm[], day: number): number {
  let jobs = 0;
  for (const firm of firms) {
    const isCounted = firm.isDigital && isAlive(firm, day) && firm.jobs.low !== null;
    if (isCounted && workplaces(firm, day).some(isInSalford)) jobs += firm.jobs.low!;
  }
  return jobs;
}
