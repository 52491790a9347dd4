export interface JsonObject {
  type?: unknown;
  features?: unknown;
  objects?: unknown;
}

export interface Feature {
  geometry: { type: string; coordinates?: unknown; geometries?: unknown } | null;
  properties: Record<string, unknown> | null;
}

/**
 * The features of a GeoJSON FeatureCollection, or the one feature of a Feature.
 *
 * @throws {Error} if it is neither of them
 */
export function parseFeatures(name: string, document: JsonObject): Feature[] {
  const { type, features } = document;
  if (type === 'Feature') return [document as unknown as Feature];
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new Error(`${name} is not a GeoJSON FeatureCollection (its type is ${String(type)})`);
  }
  return features as Feature[];
}

/** @throws {Error} if it is not a JSON object */
export function parseJson(name: string, text: string): JsonObject {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`);
  }
  if (typeof document !== 'object' || document === null) throw new Error(`${name} is not JSON`);
  return document;
}

/** A property as a field of a table: nothing is empty, several values stand in one field. */
export function propertyText(value: unknown): string {
  if (Array.isArray(value)) return value.map(propertyText).join('; ');
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value);
}
