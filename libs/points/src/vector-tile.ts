import Pbf from 'pbf';

/** A layer of n points, in parallel arrays. */
export interface PointLayer {
  readonly name: string;
  /** Units along the tile's side. */
  readonly extent: number;
  /** Units from the tile's north-west corner. */
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly properties: readonly PointProperty[];
}

export interface PointProperty {
  readonly name: string;
  readonly type: ValueType;
  readonly values: Float64Array;
}

type ValueType = 'double' | 'uint';

/** Field numbers of the specification's protocol buffers, section 4.1 and its .proto file. */
const TILE = { layers: 3 };
const LAYER = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 };
const FEATURE = { tags: 2, type: 3, geometry: 4 };
const VALUE = { double: 3, uint: 5 };

const POINT = 1;
/** Command 1, once: section 4.3.1. */
const MOVE_TO_ONE = 1 | (1 << 3);

/**
 * A vector tile of one layer; each different value is written once, in the order of its first use.
 *
 * Source: Mapbox Vector Tile Specification 2.1.
 */
export function encodePoints(layer: PointLayer): Uint8Array {
  const pbf = new Pbf();
  pbf.writeMessage(TILE.layers, writeLayer, layer);
  return pbf.finish();
}

function writeLayer({ name, extent, xs, ys, properties }: PointLayer, pbf: Pbf): void {
  const values = new DistinctValues();
  // One object for all points, because allocating one for each takes longer than writing it.
  const feature = { tags: properties.flatMap((_, key) => [key, 0]), geometry: [MOVE_TO_ONE, 0, 0] };
  pbf.writeStringField(LAYER.name, name);
  for (let i = 0; i < xs.length; i++) {
    properties.forEach((property, key) => {
      feature.tags[2 * key + 1] = values.numberOf(property.type, property.values[i]!);
    });
    feature.geometry[1] = zigzag(xs[i]!);
    feature.geometry[2] = zigzag(ys[i]!);
    pbf.writeMessage(LAYER.features, writeFeature, feature);
  }
  for (const property of properties) pbf.writeStringField(LAYER.keys, property.name);
  for (const value of values.list) pbf.writeMessage(LAYER.values, writeValue, value);
  pbf.writeVarintField(LAYER.extent, extent);
  pbf.writeVarintField(LAYER.version, 2);
}

function writeFeature({ tags, geometry }: { tags: number[]; geometry: number[] }, pbf: Pbf): void {
  pbf.writePackedVarint(FEATURE.tags, tags);
  pbf.writeVarintField(FEATURE.type, POINT);
  pbf.writePackedVarint(FEATURE.geometry, geometry);
}

function writeValue({ type, value }: { type: ValueType; value: number }, pbf: Pbf): void {
  if (type === 'double') pbf.writeDoubleField(VALUE.double, value);
  else pbf.writeVarintField(VALUE.uint, value);
}

/** Small for small numbers of either sign: section 4.3.2. */
function zigzag(n: number): number {
  return ((n << 1) ^ (n >> 31)) >>> 0;
}

class DistinctValues {
  readonly list: { type: ValueType; value: number }[] = [];
  private readonly numbers = {
    double: new Map<number, number>(),
    uint: new Map<number, number>(),
  };

  numberOf(type: ValueType, value: number): number {
    const known = this.numbers[type].get(value);
    if (known !== undefined) return known;
    const number = this.list.push({ type, value }) - 1;
    this.numbers[type].set(value, number);
    return number;
  }
}
