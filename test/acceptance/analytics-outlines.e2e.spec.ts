import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { digitalFirms } from '../support/digital-firms.js';

type Position = [number, number];

interface Outlines {
  crs?: { properties: { name: string } } | null;
  features: {
    properties: Record<
      | 'cluster'
      | 'rows'
      | 'weight'
      | 'area_km2'
      | 'perimeter_m'
      | 'compactness'
      | 'hull_ratio'
      | 'buffer_m',
      number
    >;
    geometry:
      | { type: 'Polygon'; coordinates: Position[][] }
      | { type: 'MultiPolygon'; coordinates: Position[][][] };
  }[];
}

const COLUMNS = ['--x', 'Easting', '--y', 'Northing'];
const DBSCAN = ['dbscan', '--eps', '250', '--min-points', '20'];
const OPTICS = ['optics', '--min-points', '20', '--max-eps', '5000'];
const HDBSCAN = ['hdbscan', '--min-cluster-size', '30', '--min-samples', '10'];

let folder: string;
let firms: ReturnType<typeof digitalFirms>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-outlines-'));
  firms = digitalFirms(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['DBSCAN', DBSCAN],
  ['HDBSCAN*', [...HDBSCAN, '--min-scale', '100']],
  ['OPTICS by xi', OPTICS],
  ['OPTICS, cut', [...OPTICS, '--method', 'cut', '--eps', '250']],
])(
  'the outlines of %s hold the core rows of their cluster, and rings do not cross',
  async (_, measure) => {
    const { outlines, rows } = await draw([...measure, '--input', firms.input, ...COLUMNS]);

    const places = readRows(firms.input).map(([, x, y]): Position => [Number(x), Number(y)]);
    expect(outlines.features.length).toBeGreaterThan(10);
    outlines.features.forEach(({ properties, geometry }, cluster) => {
      const polygons = polygonsOf(geometry);
      expect(properties.cluster).toBe(cluster);
      expect(rows.filter((row) => row.cluster === cluster)).toHaveLength(properties.rows);
      const outside = rows.filter(
        (row, i) =>
          row.cluster === cluster &&
          row.kind === 'core' &&
          !polygons.some((polygon) => isInside(polygon, places[i]!)),
      );
      expect(outside).toEqual([]);
      expect(crossings(polygons.flat())).toBe(0);
      expect(properties.compactness).toBeLessThanOrEqual(1);
      expect(properties.hull_ratio).toBeLessThanOrEqual(1 + 1e-9);
    });
  },
);

it('a cluster that is one place is a disc: 26 of the firms share a postcode', async () => {
  const { outlines } = await draw([...DBSCAN, '--input', firms.input, ...COLUMNS]);

  const discs = outlines.features.filter(({ properties }) => properties.compactness > 0.99);
  expect(discs.length).toBeGreaterThan(0);
  discs.forEach(({ properties }) => {
    expect(properties.area_km2 / ((Math.PI * properties.buffer_m ** 2) / 1e6)).toBeCloseTo(1, 2);
  });
});

it('coordinates are those of the input: metres, whose system is named if told, or degrees', async () => {
  const metres = await draw([...DBSCAN, '--input', firms.input, ...COLUMNS]);
  const named = await draw([
    ...[...DBSCAN, '--input', firms.input, ...COLUMNS],
    ...['--plane', 'EPSG:27700'],
  ]);
  const degrees = await draw([
    ...[...DBSCAN, '--input', firms.degrees],
    ...['--lon', 'lon', '--lat', 'lat'],
  ]);

  expect(metres.outlines.crs).toBeNull();
  expect(named.outlines.crs!.properties.name).toBe('EPSG:27700');
  expect(degrees.outlines).not.toHaveProperty('crs'); // GeoJSON's own
  for (const { geometry } of degrees.outlines.features) {
    for (const [longitude, latitude] of polygonsOf(geometry).flat(2)) {
      expect(longitude).toBeGreaterThan(-2.2); // South Yorkshire
      expect(longitude).toBeLessThan(-0.8);
      expect(latitude).toBeGreaterThan(53.2);
      expect(latitude).toBeLessThan(53.8);
    }
  }
  const total = ({ outlines }: typeof metres) =>
    outlines.features.reduce((sum, { properties }) => sum + properties.area_km2, 0);
  expect(total(degrees) / total(metres)).toBeCloseTo(1, 1);
});

interface Row {
  cluster: number;
  kind: string;
}

async function draw(words: string[]): Promise<{ outlines: Outlines; rows: Row[] }> {
  const out = join(folder, 'out.csv');
  const file = join(folder, 'outlines.geojson');
  const { exitCode } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', ...words, '--out', out, '--outlines', file],
  );
  expect(exitCode).toBe(0);
  return {
    outlines: JSON.parse(readFileSync(file, 'utf8')) as Outlines,
    rows: readRows(out).map(([, cluster, kind]) => ({ cluster: Number(cluster), kind: kind! })),
  };
}

function readRows(file: string): string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => line.split(','));
}

function polygonsOf(geometry: Outlines['features'][number]['geometry']): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function segments(rings: Position[][]): [Position, Position][] {
  return rings.flatMap((ring) =>
    ring.slice(1).map((end, i): [Position, Position] => [ring[i]!, end]),
  );
}

/** By the even-odd rule. */
function isInside(polygon: Position[][], [x, y]: Position): boolean {
  const crossed = segments(polygon).filter(
    ([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]),
  );
  return crossed.length % 2 === 1;
}

function crossings(rings: Position[][]): number {
  const turn = (a: Position, b: Position, c: Position) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const all = segments(rings);
  return all.filter(([a, b], i) =>
    all
      .slice(i + 1)
      .some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
  ).length;
}
