import { RowFault, type RegisterRow } from './register-row.js';

/** Rows on their way to the database. */
export class RowBatch {
  private readonly byKey = new Map<string, RegisterRow>();
  private readonly companies = new Set<string>();

  get rows(): RegisterRow[] {
    return [...this.byKey.values()];
  }

  get size(): number {
    return this.byKey.size;
  }

  add(row: RegisterRow): void {
    this.byKey.set(row.externalId, row);
    if (row.companyNumber !== null) this.companies.add(row.companyNumber);
  }

  /** @throws {RowFault} if it has the row's key or company already */
  refuseAgain({ externalId, companyNumber }: RegisterRow): void {
    if (this.byKey.has(externalId)) throw repeatedKey(externalId);
    if (companyNumber !== null && this.companies.has(companyNumber)) {
      throw repeatedCompany(companyNumber);
    }
  }
}

export function repeatedKey(externalId: string): RowFault {
  return new RowFault(`${externalId} is in this import already`);
}

export function repeatedCompany(companyNumber: string): RowFault {
  return new RowFault(
    `the company ${companyNumber} is in this list already: a list states one place of each`,
  );
}
