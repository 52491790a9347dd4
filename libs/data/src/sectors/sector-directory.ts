import type { DataSource } from 'typeorm';
import type { SectorReference } from '../imports/register-row.js';

export const SCHEME_NAMES = {
  'uk-sic-2007': 'UK Standard Industrial Classification 2007',
  'uk-sic-2003': 'UK Standard Industrial Classification 2003',
};

/** The ids of sectors by scheme and code; a code met for the first time is added, never dropped. */
export class SectorDirectory {
  private readonly ids = new Map<string, number>();
  private readonly schemeIds = new Map<string, number>();

  constructor(private readonly database: DataSource) {}

  id({ scheme, code }: SectorReference): number {
    const id = this.ids.get(`${scheme}/${code}`);
    if (id === undefined) throw new RangeError(`sector ${scheme}/${code} was not added before`);
    return id;
  }

  async add(references: Iterable<SectorReference>): Promise<void> {
    const unknown = new Map<string, SectorReference>();
    for (const reference of references) {
      const key = `${reference.scheme}/${reference.code}`;
      if (!this.ids.has(key)) unknown.set(key, reference);
    }
    for (const [scheme, references] of groupByScheme(unknown.values())) {
      const rows = await this.findOrAdd(references, await this.schemeId(scheme));
      for (const { id, code } of rows) this.ids.set(`${scheme}/${code}`, id);
    }
  }

  private async schemeId(slug: SectorReference['scheme']): Promise<number> {
    const known = this.schemeIds.get(slug);
    if (known !== undefined) return known;
    const [row] = await this.database.query<{ id: number }[]>(
      `INSERT INTO sector_scheme (slug, name) VALUES ($1, $2)
       ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id`,
      [slug, SCHEME_NAMES[slug]],
    );
    this.schemeIds.set(slug, row!.id);
    return row!.id;
  }

  /**
   * A file's wording fills a title that is still empty; it never replaces one. What is there is not
   * inserted again: ON CONFLICT takes an id of the sequence for it, so that ids would run out of use.
   * Ordered, so that two processes at once never wait for each other.
   */
  private async findOrAdd(
    references: readonly SectorReference[],
    schemeId: number,
  ): Promise<{ id: number; code: string }[]> {
    const codes = references.map(({ code }) => code);
    await this.database.query(
      `INSERT INTO sector (scheme_id, code, title)
       SELECT $1, row.* FROM unnest($2::text[], $3::text[]) AS row (code, title)
       WHERE NOT EXISTS (SELECT 1 FROM sector AS known
                         WHERE known.scheme_id = $1 AND known.code = row.code
                           AND (known.title <> '' OR row.title = ''))
       ORDER BY row.code
       ON CONFLICT (scheme_id, code)
       DO UPDATE SET title = CASE WHEN sector.title = '' THEN excluded.title ELSE sector.title END`,
      [schemeId, codes, references.map(({ title }) => title)],
    );
    return this.database.query<{ id: number; code: string }[]>(
      `SELECT id, code FROM sector WHERE scheme_id = $1 AND code = ANY($2)`,
      [schemeId, codes],
    );
  }
}

function groupByScheme(
  references: Iterable<SectorReference>,
): Map<SectorReference['scheme'], SectorReference[]> {
  const groups = new Map<SectorReference['scheme'], SectorReference[]>();
  for (const reference of references) {
    const group = groups.get(reference.scheme);
    if (group) group.push(reference);
    else groups.set(reference.scheme, [reference]);
  }
  return groups;
}
