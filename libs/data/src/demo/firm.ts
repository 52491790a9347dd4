import { isCreativeOrDigital } from './digital-sectors.js';
import type { SectorCode } from './sectors.js';
import type { Building } from './sites.js';
import type { Jobs, JobsBand } from './sizes.js';

export type OtherKind = 'registered' | 'trading';

/** A business of the demo as it goes through the years. Days count from 1970-01-01. */
export interface Firm {
  /** Of an anchor; the others get theirs when all are known. */
  name: string | null;
  /** Primary activity first. */
  sectors: SectorCode[];
  size: JobsBand;
  jobs: Jobs;
  start: number;
  end: number | null;
  /** Where it worked, one after another; the first since it began. */
  stays: { building: Building; from: number }[];
  /** One more location, as long as it lives: a registered office, or a second place of work. */
  other: { kind: OtherKind; building: Building } | null;
  isDigital: boolean;
}

type NewFirm = Omit<Firm, 'end' | 'isDigital' | 'stays'> & {
  chooseBuilding: (isDigital: boolean) => Building;
};

export function newFirm({ chooseBuilding, ...firm }: NewFirm): Firm {
  const isDigital = isCreativeOrDigital(firm.sectors);
  const stays = [{ building: chooseBuilding(isDigital), from: firm.start }];
  return { ...firm, end: null, stays, isDigital };
}

export function isAlive({ start, end }: Firm, day: number): boolean {
  return start <= day && (end === null || day < end);
}

/** Its places of work on a day. */
export function workplaces({ stays, other }: Firm, day: number): Building[] {
  const stay = stays.findLast(({ from }) => from <= day);
  const places = stay ? [stay.building] : [];
  return other?.kind === 'trading' ? [...places, other.building] : places;
}
