const MILLISECONDS_PER_DAY = 86_400_000;

export type Outcome = 'first' | 'supersedes' | 'superseded' | 'duplicate' | 'conflict';

/** The latest figure of each business, by its id: 8 bytes each, 46 MB for all 5.7 million. */
export class LatestEmployees {
  private employees = new Int32Array(1 << 16);
  /** Days since 1970-01-01. */
  private days = new Int32Array(1 << 16);

  /** On one day the first figure stays. @returns what became of the figure */
  add(businessId: number, { employees, date }: { employees: number; date: string }): Outcome {
    this.reserve(businessId);
    const day = Date.parse(date) / MILLISECONDS_PER_DAY;
    const held = this.employees[businessId]!;
    if (held > 0) {
      const heldDay = this.days[businessId]!;
      if (day < heldDay) return 'superseded';
      if (day === heldDay) return employees === held ? 'duplicate' : 'conflict';
    }
    this.employees[businessId] = employees;
    this.days[businessId] = day;
    return held > 0 ? 'supersedes' : 'first';
  }

  /** In the order of the ids. */
  *entries(): Generator<{ businessId: number; employees: number; date: string }> {
    for (let businessId = 0; businessId < this.employees.length; businessId++) {
      const employees = this.employees[businessId]!;
      if (employees === 0) continue;
      const date = new Date(this.days[businessId]! * MILLISECONDS_PER_DAY);
      yield { businessId, employees, date: date.toISOString().slice(0, 10) };
    }
  }

  private reserve(businessId: number): void {
    if (businessId < this.employees.length) return;
    const length = Math.max(businessId + 1, this.employees.length * 2);
    this.employees = grown(this.employees, length);
    this.days = grown(this.days, length);
  }
}

function grown(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(values);
  return larger;
}
