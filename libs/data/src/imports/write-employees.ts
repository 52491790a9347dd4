import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';

export interface NewEmployees {
  businessId: number;
  employees: number;
  /** ISO date of the accounts. */
  date: string;
}

export interface WrittenEmployees {
  imported: number;
  updated: number;
  unchanged: number;
  /** Later figures are held. */
  older: number;
}

/** Writes one batch in one transaction. */
export async function writeEmployees(
  database: DataSource,
  figures: readonly NewEmployees[],
  actor: string,
): Promise<WrittenEmployees> {
  return database.transaction(async (manager) => {
    const held = await manager.query<
      { id: number; low: number | null; high: number | null; date: string | null }[]
    >(
      `SELECT id, jobs_low AS low, jobs_high AS high, jobs_on::text AS date
       FROM business WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
      [figures.map(({ businessId }) => businessId)],
    );
    const heldOf = new Map(held.map((row) => [row.id, row]));
    const written: WrittenEmployees = { imported: 0, updated: 0, unchanged: 0, older: 0 };
    const changed = figures.filter(({ businessId, employees, date }) => {
      const before = heldOf.get(businessId)!;
      const isSame = before.low === employees && before.high === employees && before.date === date;
      if (isSame) written.unchanged++;
      else if (before.date !== null && before.date > date) written.older++;
      else if (before.low === null) written.imported++;
      else written.updated++;
      return !isSame && (before.date === null || before.date <= date);
    });
    const ids = changed.map(({ businessId }) => businessId);
    await manager.query(
      `UPDATE business SET jobs_low = employees, jobs_high = employees, jobs_on = date
       FROM unnest($1::integer[], $2::integer[], $3::date[]) AS row (id, employees, date)
       WHERE business.id = row.id`,
      [ids, changed.map(({ employees }) => employees), changed.map(({ date }) => date)],
    );
    await recordChange(manager, { actor, kind: 'business.updated', entityIds: ids });
    return written;
  });
}
