import { QueryFailedError } from 'typeorm';

/** Another import has changed what this batch was compared with. */
export class BatchConflict extends Error {}

/** A key that another transaction has just created, and two that wait for each other. */
const CONFLICTS = new Set(['23505', '40P01']);
const MOST_TRIES = 5;

/** Repeats a transaction that lost against another one; it compares anew and then finds what is there. */
export async function retryConflicts<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === MOST_TRIES || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  if (error instanceof BatchConflict) return true;
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && CONFLICTS.has(code);
}
