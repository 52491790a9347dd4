type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * The same value with its columns, however deep they lie, copied once into memory that every thread
 * sees, so that sending them costs nothing. A column that is shared already stays where it is.
 */
export function shareColumns<Value>(value: Value): Value {
  const known = new Map<object, unknown>();
  const share = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (!known.has(part)) known.set(part, copy(part));
    return known.get(part);
  };
  const copy = (part: object): unknown => {
    if (ArrayBuffer.isView(part)) return shareColumn(part as Column);
    if (Array.isArray(part)) return part.map(share);
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, share(inner)]));
  };
  return share(value) as Value;
}

function shareColumn(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const Kind = column.constructor as new (buffer: SharedArrayBuffer) => Column;
  const shared = new Kind(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}
