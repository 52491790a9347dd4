import { GrowingColumns } from './growing-columns.js';

export interface MassAddress {
  postcode: string;
  /** Live registrations. */
  businesses: number;
}

/** With more live registrations than this at its postcode, an address is not a place of work. */
const MOST_REGISTRATIONS = 500;

/** Numbers the postcodes and knows which of them are mass addresses. */
export class MassAddresses {
  private readonly numbers = new Map<string, number>();
  private readonly postcodes = ['']; // number 0: no postcode
  private readonly table = new GrowingColumns({ registrations: Uint32Array, flags: Uint8Array });
  private exempt = new Set<number>();

  /** 1 at the number of each postcode that is a mass address. */
  get flags(): Uint8Array {
    return this.table.columns.flags;
  }

  get byteLength(): number {
    return this.table.byteLength;
  }

  has(postcode: string): boolean {
    const number = this.numbers.get(postcode);
    return number !== undefined && this.flags[number] === 1;
  }

  registrationsAt(postcode: string): number {
    return this.table.columns.registrations[this.numbers.get(postcode) ?? 0]!;
  }

  numberOf(postcode: string | null): number {
    if (postcode === null) return 0;
    const known = this.numbers.get(postcode);
    if (known !== undefined) return known;
    const number = this.postcodes.push(postcode) - 1;
    this.numbers.set(postcode, number);
    this.table.reserve(number + 1);
    return number;
  }

  /** Null for 0. */
  postcodeOf(number: number): string | null {
    return this.postcodes[number] || null;
  }

  /** @param change 1 for a registration that came, -1 for one that went */
  count(postcode: number, change: 1 | -1): void {
    if (postcode === 0) return;
    this.table.columns.registrations[postcode]! += change;
    this.flag(postcode);
  }

  /** Takes the place of the postcodes exempted before. */
  setExempt(postcodes: Iterable<string>): void {
    const former = this.exempt;
    this.exempt = new Set(Array.from(postcodes, (postcode) => this.numberOf(postcode)));
    for (const postcode of former) this.flag(postcode);
    for (const postcode of this.exempt) this.flag(postcode);
  }

  /** The most registrations first, then by postcode. */
  list(): MassAddress[] {
    const { registrations, flags } = this.table.columns;
    return this.postcodes
      .map((postcode, number) => ({ postcode, number }))
      .filter(({ number }) => flags[number] === 1)
      .map(({ postcode, number }) => ({ postcode, businesses: registrations[number]! }))
      .sort((a, b) => b.businesses - a.businesses || (a.postcode < b.postcode ? -1 : 1));
  }

  private flag(postcode: number): void {
    const { registrations, flags } = this.table.columns;
    const isMass = registrations[postcode]! > MOST_REGISTRATIONS && !this.exempt.has(postcode);
    flags[postcode] = isMass ? 1 : 0;
  }
}
