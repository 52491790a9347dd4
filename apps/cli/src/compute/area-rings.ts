import type { AreaRings } from '@cluster-atlas/analytics';
import { areaFeatures } from '@cluster-atlas/data';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

type Feature = ReturnType<typeof areaFeatures>[number];

/**
 * Reads the rings of areas, in the order of the places.
 *
 * @param names of the places, each the `property` of one area; null: areas are in their order
 * @throws {Error} if a place has no area
 */
export async function readAreaRings(
  path: string,
  {
    n,
    names,
    property,
    warnings,
  }: { n: number; names: string[] | null; property: string | undefined; warnings: string[] },
): Promise<AreaRings[]> {
  const file = basename(path);
  const features = areaFeatures(file, await readFile(path, 'utf8'), undefined);
  if (names === null) {
    if (features.length !== n) {
      throw new Error(`${file} has ${features.length} areas for ${n} rows; match them by --id`);
    }
    return features.map((feature) => ringsOf(file, feature));
  }
  const byName = new Map(
    features.map((feature) => [nameOf(feature.properties?.[property!]), feature]),
  );
  if (features.length > n) warnings.push(`${features.length - n} areas of ${file} have no row.`);
  return names.map((name) => {
    const feature = byName.get(name);
    if (!feature) throw new Error(`${file} has no area with the ${property} “${name}”`);
    return ringsOf(file, feature);
  });
}

function nameOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function ringsOf(file: string, { geometry }: Feature): AreaRings {
  const { type, coordinates } = geometry ?? { type: 'nothing' };
  if (type === 'Polygon') return (coordinates as Ring[]).map(flatten);
  if (type === 'MultiPolygon') return (coordinates as Ring[][]).flat().map(flatten);
  throw new Error(`${file} has an area that is a ${type}, not a Polygon or MultiPolygon`);
}

type Ring = readonly (readonly number[])[];

function flatten(ring: Ring): Float64Array {
  return Float64Array.from(ring.flatMap(([x, y]) => [x!, y!]));
}
