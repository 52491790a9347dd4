import { CLUSTER_LAYER } from '@cluster-atlas/contract';
import type { AnalysisWorkers } from '@cluster-atlas/workers';
import {
  businessesInArea,
  countByArea,
  type AreaBusinesses,
  type AreaCounts,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';
import { inTurns } from '../analyses/in-turns.js';
import { readSectorGroupings, type SectorGrouping } from '../sectors/sector-groupings.js';
import type { LoadedLayer } from './area-layers.js';

/** A layer, and which of its areas each location of the store lies in. */
export interface PlacedLayer extends LoadedLayer {
  areaOf: Int32Array;
  /** Locations in several areas; they count in the first by code. */
  overlapping: number;
}

/** Numbers of a layer under one selection. */
export interface AreaTally extends AreaCounts {
  divisions: SectorGrouping['groups'];
}

/** Finds the area of each location, on a worker thread. */
export async function placeInLayer(
  { store, workers }: { store: PointStore; workers: AnalysisWorkers },
  layer: LoadedLayer,
): Promise<PlacedLayer> {
  const { eastings: xs, northings: ys } = store.columns.locations;
  return { ...layer, ...(await workers.run('assignToAreas', { xs, ys }, layer.rings)) };
}

/** Counts in slices, so that others have their turn. */
export async function tallyAreas(
  { database, store }: { database: DataSource; store: PointStore },
  { areas, areaOf }: PlacedLayer,
  selection: Selection,
): Promise<AreaTally> {
  const { divisions } = await readSectorGroupings(database);
  const { groupOf, groups } = divisions;
  const division = { areas: areas.length, areaOf, groupOf, groups: groups.length + 1 };
  return {
    ...(await inTurns(store, () => countByArea(store, selection, division))),
    divisions: groups,
  };
}

/** Whom an area holds, by the order of their entry. */
export function findInArea(
  store: PointStore,
  { areaOf, area }: { areaOf: Int32Array; area: number },
  selection: Selection,
): Promise<AreaBusinesses> {
  return inTurns(store, () => businessesInArea(store, selection, { areaOf, area }));
}

/** @throws {NotFound} if the layer has no such code */
export function areaNumber({ name, areas }: LoadedLayer, code: string): number {
  const number = areas.findIndex((area) => area.code === code);
  if (number < 0) throw new NotFound(name === CLUSTER_LAYER ? 'cluster' : 'area', code);
  return number;
}
