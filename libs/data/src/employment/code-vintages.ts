import type { DataSource } from 'typeorm';
import { OTHER_VINTAGES } from './district-codes.js';
import type { NewEmployment } from './write-employment.js';

/** Keeps figures of a district apart from those of what it was or has become: both would count twice. */
export class CodeVintages {
  private constructor(
    /** With figures, by `keyOf`. */
    private readonly known: Set<string>,
  ) {}

  /** With what is loaded already. */
  static async of(database: DataSource): Promise<CodeVintages> {
    const rows = await database.query<(Edition & { area: string })[]>(
      `SELECT DISTINCT kind, year, level, area_code AS area
       FROM employment JOIN employment_edition AS edition ON edition.id = edition_id
       WHERE area_code = ANY ($1::text[])`,
      [[...OTHER_VINTAGES.keys()]],
    );
    return new CodeVintages(new Set(rows.map((row) => keyOf(row, row.area))));
  }

  /** @returns why a figure is not taken; the vintage that came first stays */
  add({ area, kind, year, sector }: NewEmployment): string | null {
    const others = OTHER_VINTAGES.get(area);
    if (others === undefined) return null;
    const edition = { kind, year, level: sector.length };
    const other = others.find((code) => this.known.has(keyOf(edition, code)));
    if (other !== undefined) {
      return `${area} and ${other}, of which there are figures of ${year}, are the same places at different dates: their jobs would count twice`;
    }
    this.known.add(keyOf(edition, area));
    return null;
  }
}

/** Within which jobs are added up. */
interface Edition {
  kind: string;
  year: number;
  level: number;
}

function keyOf({ kind, year, level }: Edition, area: string): string {
  return `${kind}/${year}/${level}/${area}`;
}
