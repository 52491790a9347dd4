import type { NewEmployment } from '../employment/write-employment.js';
import { IdSet } from './id-set.js';

/** What files state of one kind of areas in one year at one level of the classification. */
export interface EmploymentTotal {
  kind: string;
  year: number;
  level: number;
  areas: number;
  jobs: number;
}

/** SIC 2007 has 1,725 codes of 2 to 5 digits. */
const MOST_SECTORS = 2_048;

/** A bit for each figure, so that one that comes twice is seen in files of any length. */
export class SeenFigures {
  private readonly figures = new IdSet();
  private readonly places = new Map<string, number>();
  private readonly sectors = new Map<string, number>();
  private readonly sums = new Map<
    string,
    Omit<EmploymentTotal, 'areas'> & { areas: Set<string> }
  >();

  /** @returns why it is not taken */
  add({ area, kind, year, sector, jobs }: NewEmployment): string | null {
    const place = numberOf(this.places, `${year}/${kind}/${area}`);
    const number = numberOf(this.sectors, sector);
    if (number >= MOST_SECTORS) return 'there are more industries than SIC 2007 has';
    const id = place * MOST_SECTORS + number;
    if (this.figures.has(id)) {
      return `${sector} in ${area} in ${year} is in this import already`;
    }
    this.figures.add(id);
    const level = sector.length;
    const key = `${kind}/${year}/${level}`;
    const sum = this.sums.get(key) ?? { kind, year, level, areas: new Set(), jobs: 0 };
    this.sums.set(key, sum);
    sum.areas.add(area);
    sum.jobs += jobs;
    return null;
  }

  totals(): EmploymentTotal[] {
    return [...this.sums.values()]
      .map(({ areas, ...sum }) => ({ ...sum, areas: areas.size }))
      .sort((a, b) => a.kind.localeCompare(b.kind) || a.year - b.year || a.level - b.level);
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
