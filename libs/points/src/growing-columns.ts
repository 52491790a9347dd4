type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

interface ColumnType {
  new (buffer: SharedArrayBuffer): Column;
  readonly BYTES_PER_ELEMENT: number;
}

type Columns<Types> = {
  [Name in keyof Types]: Types[Name] extends new (buffer: SharedArrayBuffer) => infer Values
    ? Values
    : never;
};

const INITIAL_CAPACITY = 1024;

/**
 * Columns of equal length in shared memory, which workers read without copying.
 *
 * Growing moves every column to new memory: `columns` is then another object, and whoever kept
 * the former one goes on reading what was there before.
 */
export class GrowingColumns<Types extends Record<string, ColumnType>> {
  columns: Columns<Types>;
  private capacity = INITIAL_CAPACITY;

  constructor(private readonly types: Types) {
    this.columns = this.allocate();
  }

  /** Doubles the capacity until `length` rows fit; new rows hold zeros. */
  reserve(length: number): void {
    if (length <= this.capacity) return;
    while (this.capacity < length) this.capacity *= 2;
    const former = this.list();
    this.columns = this.allocate();
    this.list().forEach((column, i) => column.set(former[i]!));
  }

  /** What is reserved; the system gives memory only to the part that was written. */
  get byteLength(): number {
    return this.list().reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  private list(): Column[] {
    return Object.values(this.columns) as Column[];
  }

  private allocate(): Columns<Types> {
    return Object.fromEntries(
      Object.entries(this.types).map(([name, type]) => [
        name,
        new type(new SharedArrayBuffer(this.capacity * type.BYTES_PER_ELEMENT)),
      ]),
    ) as Columns<Types>;
  }
}
