import { randomNumber } from '@cluster-atlas/analytics';
import { ClusterQuery } from '@cluster-atlas/contract';
import { findClusters, openDatabase, type OpenDatabase } from '@cluster-atlas/data';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { PointStore } from '@cluster-atlas/points';
import { withWorkers, type AnalysisWorkers } from '@cluster-atlas/workers';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { generatePlaces } from './generate-places.js';
import type { ScratchDatabase } from './scratch-database.js';

export interface ClustersBench {
  businesses: number;
  selected: number;
  clusters: number;
  /** The median of the runs: found, outlined, named and measured. */
  seconds: number;
  /** How long the server would answer nobody else meanwhile. */
  longestBlockMs: number;
  /** The same with 99 random labellings, once. */
  testedSeconds: number | null;
  peakMegabytes: number;
}

export const CLUSTER_SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 5;
const LABELLINGS = 99;
/** Of the businesses are of the sector whose clusters are found. */
const SHARE = 0.2;
const SEED = 7;
const SECTOR = '62012';

/** Runs of clusters on invented businesses, as the API makes them. */
export async function benchClusters(
  { environment }: ScratchDatabase,
  sizes: readonly number[],
): Promise<ClustersBench[]> {
  const { database, close } = await openDatabase(environment);
  try {
    const sector = await addSector(database);
    const results: ClustersBench[] = [];
    for (const businesses of sizes) {
      const store = inventStore(businesses, sector);
      results.push(
        await withWorkers((workers) => benchSize({ database, store, workers }, businesses)),
      );
    }
    return results;
  } finally {
    await close();
  }
}

interface Sources {
  database: OpenDatabase['database'];
  store: PointStore;
  workers: AnalysisWorkers;
}

async function benchSize(sources: Sources, businesses: number): Promise<ClustersBench> {
  const query = ClusterQuery.parse({ sectors: '62' });
  const seconds: number[] = [];
  let longestBlockMs = 0;
  let last = await findClusters(sources, query); // warms up
  for (let run = 0; run < RUNS; run++) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    last = await findClusters(sources, query);
    seconds.push((performance.now() - started) / 1000);
    await new Promise(setImmediate); // a block at the end is measured when the loop turns
    delay.disable();
    longestBlockMs = Math.max(longestBlockMs, delay.max / 1e6);
  }
  const started = performance.now();
  await findClusters(sources, { ...query, labellings: LABELLINGS });
  return {
    businesses,
    selected: last.run.businesses,
    clusters: last.run.clusters.length,
    seconds: seconds.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!,
    longestBlockMs,
    testedSeconds: (performance.now() - started) / 1000,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1000),
  };
}

async function addSector(database: OpenDatabase['database']): Promise<number> {
  const [row] = await database.query<{ id: number }[]>(
    `INSERT INTO sector (scheme_id, code, title)
     SELECT id, '${SECTOR}', 'Invented software' FROM sector_scheme WHERE slug = 'uk-sic-2007'
     RETURNING id`,
  );
  return row!.id;
}

function inventStore(businesses: number, sector: number): PointStore {
  const store = new PointStore();
  const { xs, ys } = generatePlaces(businesses);
  for (let i = 0; i < businesses; i++) {
    const [easting, northing] = [xs[i]!, ys[i]!];
    const isSelected = randomNumber({ seed: SEED, simulation: 0, draw: i }) < SHARE;
    store.put({
      ...{ id: i + 1, status: 'Active', start: null, end: null, jobsLow: null, jobsHigh: null },
      sectors: isSelected ? [sector] : [],
      locations: [
        {
          ...{ kind: 'registered', easting, northing, ...fromNationalGrid(easting, northing) },
          ...{ postcode: null, start: null, end: null },
        },
      ],
    });
  }
  store.arrange();
  return store;
}
