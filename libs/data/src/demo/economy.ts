import { ANCHORS, settleAnchors } from './anchors.js';
import { FIRST_DAY, quarters, type Quarter } from './days.js';
import { STEADY_DISTRICTS } from './digital-districts.js';
import type { District, Ground } from './districts.js';
import type { Firm } from './firm.js';
import { HISTORIES } from './histories.js';
import { RandomStream, WeightedChoice } from './random.js';
import { Settlement, type FindOther } from './settlement.js';
import { clearingOf, Sites } from './sites.js';
import { TOWNS } from './towns.js';

/** Shares of the businesses that close in a quarter. */
const CLOSING = { young: 0.03, old: 0.016 };
const YOUNG_DAYS = 3 * 365;
/** Years with their fraction, and how many times as many close then. */
const RECESSIONS = [
  { from: 2008.5, to: 2010, factor: 1.4 },
  { from: 2020.25, to: 2021.25, factor: 1.3 },
];
/** Share of the businesses that move within their district in a quarter. */
const MOVING = 0.006;

/** Accountants and agents: where those register that do so elsewhere. */
const REGISTERED_OFFICES: Ground = {
  centre: { longitude: -2.244, latitude: 53.4807 },
  shape: 'disc',
  radius: 120,
  sharing: 0.98,
  share: 1,
};

/** Weights of the places where those trade that do so elsewhere too. */
const BRANCHES: readonly (readonly [slug: string, weight: number])[] = [
  ['city-centre', 45],
  ...['bolton', 'bury', 'oldham', 'rochdale', 'stockport', 'tameside', 'altrincham', 'wigan'].map(
    (slug) => [slug, 7] as const,
  ),
];

/** All businesses of Greater Manchester that the demo makes up, from 2005 to 2025. */
export function growEconomy(seed: number): Firm[] {
  const economy = new Economy(seed);
  economy.begin();
  for (const quarter of quarters()) economy.advance(quarter);
  settleAnchors(economy.firms);
  return economy.firms;
}

class Economy {
  /** All that ever were, in the order in which they were founded. */
  readonly firms: Firm[] = [];
  private readonly settlements: ReadonlyMap<string, Settlement>;
  private readonly findOther: FindOther;

  constructor(seed: number) {
    const digital = [...STEADY_DISTRICTS, ...HISTORIES.flatMap(({ districts }) => districts)];
    const clearings = digital.map(clearingOf).filter((clearing) => clearing !== null);
    const settle = (district: District, kept: typeof clearings): [string, Settlement] => {
      const random = new RandomStream(seed, district.slug);
      return [district.slug, new Settlement(district, new Sites(district, kept, random), random)];
    };
    this.settlements = new Map([
      ...digital.map((district) => settle(district, [])),
      ...TOWNS.map((district) => settle(district, clearings)),
    ]);
    const random = new RandomStream(seed, 'elsewhere');
    const offices = { name: 'King Street, Manchester', grounds: [REGISTERED_OFFICES] };
    const officeSites = new Sites(offices, [], random);
    const branches = new WeightedChoice(BRANCHES);
    this.findOther = (kind, isDigital) =>
      kind === 'registered'
        ? officeSites.choose(isDigital)
        : this.settlement(branches.at(random.fraction())).sites.chooseCentral(isDigital);
  }

  begin(): void {
    this.openAnchors(-Infinity, FIRST_DAY);
    for (const settlement of this.settlements.values()) {
      const target = settlement.target(2005);
      while (settlement.firms.length < target) {
        this.firms.push(settlement.found(null, this.findOther));
      }
    }
  }

  advance(quarter: Quarter): void {
    for (const settlement of this.settlements.values()) {
      this.closeSome(settlement, quarter);
      this.moveSome(settlement, quarter);
      this.shrink(settlement, quarter);
    }
    this.openAnchors(quarter.first, quarter.next);
    for (const settlement of this.settlements.values()) this.grow(settlement, quarter);
  }

  private settlement(slug: string): Settlement {
    return this.settlements.get(slug)!;
  }

  private openAnchors(first: number, next: number): void {
    for (const anchor of ANCHORS.filter(({ start }) => start >= first && start < next)) {
      this.firms.push(this.settlement(anchor.district).foundAnchor(anchor));
    }
  }

  private closeSome(settlement: Settlement, quarter: Quarter): void {
    const { random, firms } = settlement;
    const recession = RECESSIONS.find(({ from, to }) => quarter.time > from && quarter.time <= to);
    for (const firm of firms.filter((one) => isFree(one, quarter))) {
      const isYoung = quarter.first - firm.start < YOUNG_DAYS;
      const probability = (isYoung ? CLOSING.young : CLOSING.old) * (recession?.factor ?? 1);
      if (random.chance(probability)) close(firm, settlement, quarter);
    }
  }

  private moveSome(settlement: Settlement, quarter: Quarter): void {
    for (const firm of settlement.firms.filter((one) => isFree(one, quarter))) {
      if (settlement.random.chance(MOVING)) relocate(firm, settlement, quarter);
    }
  }

  /** Sheds what is above the district's number. */
  private shrink(settlement: Settlement, quarter: Quarter): void {
    const { district, firms, random } = settlement;
    const excess = firms.length - settlement.target(quarter.time);
    if (excess <= 0) return;
    const free = firms.filter((one) => isFree(one, quarter));
    for (let left = 0; left < excess; left++) {
      const [firm] = free.splice(random.below(free.length), 1);
      if (!firm) return;
      if (!district.movesTo) close(firm, settlement, quarter);
      else {
        settlement.remove(firm);
        const destination = this.settlement(random.pick(district.movesTo));
        destination.add(firm);
        relocate(firm, destination, quarter);
      }
    }
  }

  /** Fills up to the district's number with newcomers, founded or from elsewhere. */
  private grow(settlement: Settlement, quarter: Quarter): void {
    const { firms, random } = settlement;
    const target = settlement.target(quarter.time);
    while (firms.length < target) {
      if (this.recruit(settlement, quarter)) continue;
      this.firms.push(settlement.found(dayWithin(quarter, random), this.findOther));
    }
  }

  private recruit(settlement: Settlement, quarter: Quarter): boolean {
    const { recruits } = settlement.district;
    if (!recruits || !settlement.random.chance(recruits.share)) return false;
    const donor = this.settlement(settlement.random.pick(recruits.from));
    const sector = settlement.nextSector();
    const firm = donor.firms.find((one) => isFree(one, quarter) && one.sectors[0] === sector);
    if (!firm) return false;
    donor.remove(firm);
    settlement.add(firm);
    relocate(firm, settlement, quarter);
    return true;
  }
}

/** Anchors neither close nor move, and nobody does who came in the same quarter. */
function isFree({ name, stays }: Firm, quarter: Quarter): boolean {
  return name === null && stays.at(-1)!.from < quarter.first;
}

function close(firm: Firm, settlement: Settlement, quarter: Quarter): void {
  firm.end = dayWithin(quarter, settlement.random);
  settlement.remove(firm);
}

function relocate(firm: Firm, { sites, random }: Settlement, quarter: Quarter): void {
  const building = sites.choose(firm.isDigital);
  if (building !== firm.stays.at(-1)!.building) {
    firm.stays.push({ building, from: dayWithin(quarter, random) });
  }
}

function dayWithin({ first, next }: Quarter, random: RandomStream): number {
  return first + random.below(next - first);
}
