import type { Anchor } from './anchors.js';
import { FIRST_DAY } from './days.js';
import type { District } from './districts.js';
import { newFirm, type Firm, type OtherKind } from './firm.js';
import { Quota } from './quota.js';
import { WeightedChoice, type RandomStream } from './random.js';
import { SECTOR_MIXES, type SectorMix } from './sector-mixes.js';
import type { SectorCode } from './sectors.js';
import type { Building, Sites } from './sites.js';
import { drawJobs, SIZE_PROFILES, type JobsBand } from './sizes.js';

const SECOND_SECTOR_SHARE = 0.2;
/** Mean age in days of what was there on the first day, and the greatest. */
const MEAN_AGE = 9 * 365;
const GREATEST_AGE = 60 * 365;

/** Finds the other location of a business that has one. */
export type FindOther = (kind: OtherKind, isDigital: boolean) => Building;

/** A district with the firms that are in it as the years go by. */
export class Settlement {
  /** To be changed by `add` and `remove` only. */
  readonly firms: Firm[] = [];
  private readonly anySector: WeightedChoice<SectorCode>;
  private readonly sectors: Quota<SectorCode>;
  private readonly sizes: Quota<JobsBand>;
  private readonly others: Quota<OtherKind | 'none'>;

  constructor(
    readonly district: District,
    readonly sites: Sites,
    readonly random: RandomStream,
  ) {
    const { mix, sizes, elsewhere } = district;
    const weights: SectorMix = SECTOR_MIXES[mix];
    this.anySector = new WeightedChoice(Object.entries(weights) as [SectorCode, number][]);
    this.sectors = new Quota(weights);
    this.sizes = new Quota(SIZE_PROFILES[sizes].bands);
    const half = elsewhere / 2;
    this.others = new Quota({ none: 1 - elsewhere, registered: half, trading: half });
  }

  /** How many businesses it should have. @param time year with its fraction */
  target(time: number): number {
    const points = Object.entries(this.district.alive).map(
      ([year, n]) => [Number(year), n] as const,
    );
    const next = points.find(([year]) => time < year);
    const last = points.findLast(([year]) => time >= year);
    if (!next || !last) return (next ?? last)![1];
    const part = (time - last[0]) / (next[0] - last[0]);
    return Math.round(last[1] + part * (next[1] - last[1]));
  }

  nextSector(): SectorCode {
    return this.sectors.mostMissing();
  }

  /** @param start day; `null`: some time before the first day of the demo */
  found(start: number | null, findOther: FindOther): Firm {
    const { random, district } = this;
    const sectors = [this.nextSector()];
    const second = this.anySector.at(random.fraction());
    if (random.chance(SECOND_SECTOR_SHARE) && second !== sectors[0]) sectors.push(second);
    const size = this.sizes.mostMissing();
    const firm = newFirm({
      name: null,
      sectors,
      size,
      jobs: drawJobs(size, SIZE_PROFILES[district.sizes].rangeShare, random),
      start: start ?? this.earlierDay(),
      other: null,
      chooseBuilding: (isDigital) => this.sites.choose(isDigital),
    });
    const kind = this.others.mostMissing();
    if (kind !== 'none') firm.other = { kind, building: findOther(kind, firm.isDigital) };
    this.add(firm);
    return firm;
  }

  foundAnchor({ name, sector, start }: Anchor): Firm {
    const firm = newFirm({
      name,
      sectors: [sector],
      size: 'more',
      jobs: { low: null, high: null },
      start,
      other: null,
      chooseBuilding: (isDigital) => this.sites.choose(isDigital),
    });
    this.add(firm);
    return firm;
  }

  add(firm: Firm): void {
    this.firms.push(firm);
    this.count(firm, 1);
  }

  remove(firm: Firm): void {
    this.firms.splice(this.firms.indexOf(firm), 1);
    this.count(firm, -1);
  }

  private count({ sectors, size, other }: Firm, change: 1 | -1): void {
    this.sectors.count(sectors[0]!, change);
    this.sizes.count(size, change);
    this.others.count(other?.kind ?? 'none', change);
  }

  private earlierDay(): number {
    const age = -Math.log(1 - this.random.fraction()) * MEAN_AGE;
    return FIRST_DAY - 1 - Math.floor(Math.min(age, GREATEST_AGE));
  }
}
