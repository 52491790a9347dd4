import { RowFault } from './register-row.js';

/** Registers have about 15; maps and figures have room for 65,535 over all lists. */
const MOST_STATUSES = 1_000;

/** The different statuses of an import, whatever their case. */
export class StatusWords {
  private readonly words = new Set<string>();

  /** @throws {RowFault} if it is one more than a column of statuses has */
  add(status: string | null): void {
    if (status === null) return;
    const word = status.toLowerCase();
    if (this.words.has(word)) return;
    if (this.words.size === MOST_STATUSES) {
      throw new RowFault(
        `the files have more than ${MOST_STATUSES} different statuses, so their column holds something ` +
          `else: name the right one with --map, or none (status=)`,
      );
    }
    this.words.add(word);
  }
}
