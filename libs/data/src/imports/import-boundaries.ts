import { CLUSTER_LAYER, DRAWN_LAYER } from '@cluster-atlas/contract';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { writeAreas, type NewArea } from '../areas/write-areas.js';
import { BOUNDARIES, ensureSource } from '../sources/source-definitions.js';
import {
  areaBoundary,
  areaFeatures,
  findProperties,
  type AreaProperties,
} from './area-features.js';
import { propertyText, type Feature } from './geojson-features.js';
import { ImportJob } from './import-job.js';
import { openInput, type InputText } from './input-file.js';
import { requiredText } from './register-fields.js';
import { RowFault } from './register-row.js';
import { RejectReport } from './reject-report.js';
import type { ReadOptions, ReadReport } from './row-reader.js';

export interface BoundaryImportOptions extends ReadOptions {
  layer: string;
  /** Of a TopoJSON file with several. */
  object?: string | undefined;
  /** Properties that hold code and name; else they are guessed. */
  code?: string | undefined;
  name?: string | undefined;
}

export interface BoundaryImportReport extends ReadReport {
  layer: string;
  /** Where code and name stand in the first file. */
  mapping: AreaProperties;
  unmapped: string[];
  imported: number;
  updated: number;
  unchanged: number;
  repaired: number;
}

/** Kept small, since one boundary may have 100,000 corners. */
const BATCH_AREAS = 50;

/** Imports areas with their boundaries into a layer, from GeoJSON or TopoJSON in degrees. */
export async function importBoundaries(
  database: DataSource,
  options: BoundaryImportOptions,
): Promise<BoundaryImportReport> {
  if (!/^[\w-]{1,40}$/.test(options.layer)) {
    throw new RangeError(
      `the layer “${options.layer}” is not a name of letters, digits and hyphens`,
    );
  }
  if (options.layer === CLUSTER_LAYER || options.layer === DRAWN_LAYER) {
    throw new RangeError(
      `“${options.layer}” are the found or drawn ones: give the layer another name`,
    );
  }
  const sourceId = await ensureSource(database, BOUNDARIES);
  const files = options.paths.map((path) => basename(path));
  const parameters = { files, layer: options.layer };
  const job = await ImportJob.start(database, 'import boundaries', parameters);
  return job.finish(async () => {
    const boundaries = new BoundaryImport(database, options, { sourceId, actor: job.actor });
    await boundaries.run();
    return boundaries.report();
  });
}

class BoundaryImport {
  private readonly counts = { rows: 0, imported: 0, updated: 0, unchanged: 0, repaired: 0 };
  private readonly rejects: RejectReport;
  private readonly started = performance.now();
  private readonly seen = new Set<string>();
  private shown: Pick<BoundaryImportReport, 'mapping' | 'unmapped'> | null = null;
  private batch = new Map<string, { area: NewArea; file: string; row: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly options: BoundaryImportOptions,
    private readonly writer: { sourceId: number; actor: string },
  ) {
    this.rejects = new RejectReport(options.rejectsFile);
  }

  async run(): Promise<void> {
    try {
      for (const path of this.options.paths) {
        for await (const input of openInput(path, () => undefined)) await this.readFile(input);
      }
      await this.flush();
    } finally {
      await this.rejects.close();
    }
  }

  report(): BoundaryImportReport {
    return {
      layer: this.options.layer,
      ...(this.shown ?? { mapping: { code: '', name: '' }, unmapped: [] }),
      ...this.counts,
      rejected: this.rejects.count,
      rejects: this.rejects.first,
      rejectsFile: this.rejects.file,
      seconds: Math.round(performance.now() - this.started) / 1000,
    };
  }

  private async readFile({ name: file, pieces }: InputText): Promise<void> {
    let text = '';
    for await (const piece of pieces) text += piece;
    const { object, code, name } = this.options;
    const features = areaFeatures(file, text.replace(/^\uFEFF/, ''), object);
    const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
    const mapping = findProperties(names, { file, code, name });
    const used = Object.values(mapping);
    this.shown ??= { mapping, unmapped: names.filter((property) => !used.includes(property)) };
    for (const [i, feature] of features.entries()) {
      await this.take(feature, mapping, { file, row: i + 1 });
      if (this.batch.size >= BATCH_AREAS) await this.flush();
    }
  }

  private async take(
    feature: Feature,
    { code: codeProperty, name: nameProperty }: AreaProperties,
    at: { file: string; row: number },
  ): Promise<void> {
    this.counts.rows++;
    try {
      const text = (property: string) => propertyText(feature.properties?.[property]);
      const code = requiredText(text(codeProperty), 'code', 100);
      const name = requiredText(text(nameProperty), 'name', 200);
      if (this.seen.has(code)) throw new RowFault(`${code} is in this import already`);
      const boundary = areaBoundary(feature);
      this.seen.add(code);
      this.batch.set(code, { area: { code, name, boundary }, ...at });
    } catch (fault) {
      if (!(fault instanceof RowFault)) throw fault;
      await this.rejects.add({ ...at, reason: fault.message });
    }
  }

  private async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = new Map();
    if (batch.size === 0) return;
    const areas = [...batch.values()].map(({ area }) => area);
    const { layer } = this.options;
    const written = await writeAreas(this.database, areas, { ...this.writer, layer });
    for (const code of written.empty) {
      const { file, row } = batch.get(code)!;
      await this.rejects.add({ file, row, reason: `the boundary of ${code} has no area` });
    }
    this.counts.imported += written.imported;
    this.counts.updated += written.updated;
    this.counts.repaired += written.repaired;
    this.counts.unchanged +=
      areas.length - written.imported - written.updated - written.empty.length;
  }
}
