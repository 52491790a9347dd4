import type { AreaQuery } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { AnalysisWorkers } from '@cluster-atlas/workers';
import type { DataSource } from 'typeorm';
import { resolveSelection } from '../analyses/selection.js';
import { NotFound } from '../not-found.js';
import type { LoadedLayer } from './area-layers.js';
import { placeInLayer, tallyAreas } from './area-study.js';
import type { AreaStudy } from './measure-areas.js';

interface StudySources {
  database: DataSource;
  store: PointStore;
  workers: AnalysisWorkers;
}

/** A layer under a selection, for one answer: nothing is remembered. */
export async function studyLayer(
  { database, store, workers }: StudySources,
  loaded: LoadedLayer,
  query: AreaQuery,
): Promise<AreaStudy> {
  const layer = await placeInLayer({ store, workers }, loaded);
  const selection = await resolveSelection(database, query);
  return {
    ...{ database, layer, date: selection.date },
    tally: (date = selection.date) =>
      tallyAreas({ database, store }, layer, { ...selection, date }),
  };
}

/**
 * The layer of a code: the one that was added last, where several have it.
 *
 * @throws {NotFound} if none has it
 */
export async function layerOfCode(database: DataSource, code: string): Promise<string> {
  const [area] = await database.query<{ layer: string }[]>(
    `SELECT layer FROM area WHERE code = $1 ORDER BY id DESC LIMIT 1`,
    [code],
  );
  if (!area) throw new NotFound('area', code);
  return area.layer;
}
