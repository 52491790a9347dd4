type Column = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Copies a column once into memory that every thread sees, so that sending it costs nothing. */
export function shareColumn<Kind extends Column>(column: Kind): Kind {
  const Kind = column.constructor as new (buffer: SharedArrayBuffer) => Kind;
  const shared = new Kind(new SharedArrayBuffer(column.byteLength));
  shared.set(column);
  return shared;
}
