import type { AreaBoundaryQuery, ClusterQuery, SelectionQuery } from '@cluster-atlas/contract';
import {
  areaBoundaries,
  areasState,
  clusterLayer,
  drawnLayer,
  findInArea,
  loadLayer,
  placeInLayer,
  resolveSelection,
  tallyAreas,
  type AreaStudy,
  type AreaTally,
  type LoadedLayer,
  type PlacedLayer,
} from '@cluster-atlas/data';
import type { AreaBusinesses } from '@cluster-atlas/points';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ClustersService } from '../clusters/clusters.service.js';
import { RecentAnswers } from '../answers/recent-answers.js';
import { Database } from '../database.js';
import { Capacity } from '../http/capacity.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';

/** A large layer has 10 MB of corners, and a number for each location. */
const MOST_LAYERS = 8;
/** A large layer has 3 MB of counts for each selection and date. */
const MOST_TALLIES = 40;
/** Of a few megabytes each. */
const MOST_DRAWINGS = 20;
/** They share the database and two threads: more at a time would only keep more in memory. */
const MOST_RUNNING = 4;
/** A page with areas side by side asks for a dozen at once, one after the other for each. */
const MOST_WAITING = 60;

/**
 * A layer by its name, or drawn (corners as a query gives them, latitude and longitude), or the
 * clusters of a run.
 */
export type WantedLayer =
  { name: string } | { corners: [number, number][] } | { clusters: ClusterQuery };

/**
 * Remembers layers, where locations lie in them, and counts, while the data stays the same. What is
 * not remembered waits for its turn, up to a limit: then it is refused as `Busy`.
 */
@Injectable()
export class AreasService implements OnApplicationShutdown {
  private readonly workers = new AnalysisWorkers(1);
  private readonly capacity = new Capacity({ running: MOST_RUNNING, waiting: MOST_WAITING });
  private readonly loaded = new RecentAnswers<LoadedLayer>({ answers: MOST_LAYERS });
  private readonly placed = new RecentAnswers<PlacedLayer>({ answers: MOST_LAYERS });
  private readonly tallies = new RecentAnswers<AreaTally>({ answers: MOST_TALLIES });
  private readonly drawings = new RecentAnswers<string>({ answers: MOST_DRAWINGS });

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
    private readonly clusters: ClustersService,
  ) {}

  /** @throws {NotFound} if there is no such layer */
  async layer(wanted: WantedLayer): Promise<LoadedLayer> {
    return this.load(wanted, await this.keyOf(wanted));
  }

  /**
   * A layer under a selection. What names the state of the data is read before the data: an answer
   * that the data overtakes is remembered under a name that nobody asks for again.
   */
  async study(wanted: WantedLayer, query: SelectionQuery): Promise<AreaStudy> {
    const key = await this.keyOf(wanted);
    const state = this.selections.stateOf(query);
    const layer = await this.place(wanted, key);
    const selection = await resolveSelection(this.database.source, query);
    const sources = { database: this.database.source, store: this.points.store };
    return {
      database: this.database.source,
      layer,
      date: selection.date,
      tally: (date = selection.date) =>
        this.tallies.get(JSON.stringify([key, state, date]), () =>
          this.capacity.run(() => tallyAreas(sources, layer, { ...selection, date })),
        ),
    };
  }

  /** The selected businesses in an area of a layer. */
  async members(
    wanted: WantedLayer,
    area: (layer: LoadedLayer) => number,
    query: SelectionQuery,
  ): Promise<AreaBusinesses> {
    const layer = await this.place(wanted, await this.keyOf(wanted));
    const selection = await resolveSelection(this.database.source, query);
    const where = { areaOf: layer.areaOf, area: area(layer) };
    return findInArea(this.points.store, where, selection);
  }

  async boundaries(layer: string, query: AreaBoundaryQuery): Promise<string> {
    const key = JSON.stringify([await areasState(this.database.source), layer, query]);
    return this.drawings.get(key, () =>
      this.capacity.run(() => areaBoundaries(this.database.source, layer, query)),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }

  private load(wanted: WantedLayer, key: string): Promise<LoadedLayer> {
    const { source } = this.database;
    return this.loaded.get(key, async () => {
      if ('clusters' in wanted) {
        return clusterLayer((await this.clusters.find(wanted.clusters)).run.clusters);
      }
      return this.capacity.run(() =>
        'name' in wanted ? loadLayer(source, wanted.name) : drawnLayer(source, wanted.corners),
      );
    });
  }

  /** Which area each location lies in: once for each layer and state of the store. */
  private async place(wanted: WantedLayer, key: string): Promise<PlacedLayer> {
    const layer = await this.load(wanted, key);
    const { store } = this.points;
    return this.placed.get(JSON.stringify([key, store.version]), () =>
      this.capacity.run(() => placeInLayer({ store, workers: this.workers }, layer)),
    );
  }

  private async keyOf(wanted: WantedLayer): Promise<string> {
    if ('clusters' in wanted) return this.clusters.keyOf(wanted.clusters);
    const state = 'name' in wanted ? await areasState(this.database.source) : null;
    return JSON.stringify([state, wanted]);
  }
}
