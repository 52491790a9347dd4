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

  /** Moves the rows `order` to the front, in this order, and drops the others. */
  rearrange(order: Uint32Array): void {
    const former = this.list();
    this.columns = this.allocate();
    this.list().forEach((column, i) => gather(former[i]!, order, column));
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

function gather(from: Column, order: Uint32Array, into: Column): void {
  const source = bitsOf(from);
  const target = bitsOf(into);
  for (let i = 0; i < order.length; i++) target[i] = source[order[i]!]!;
}

/** Fewer types of columns: the engine optimises a loop for four at most. */
function bitsOf(column: Column): Column {
  return column.BYTES_PER_ELEMENT === 4 ? new Uint32Array(column.buffer) : column;
}
