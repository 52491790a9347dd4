import type { ClustersBench } from './bench-clusters.js';
import type { DragBench } from './bench-drag.js';
import type { ImportBench } from './bench-import.js';
import type { MapBench } from './bench-map.js';
import type { TilesBench } from './bench-tiles.js';
import { textTable } from '../output.js';

export function describeImport(results: ImportBench[], hasServer: boolean): string {
  const table = textTable(
    ['engine', 'rows', 'seconds', 'rows/s', 'peak MB', 'COPY rows/s', 'of COPY'],
    results.map((row) => [
      row.engine,
      row.rows,
      row.seconds,
      row.rowsPerSecond,
      row.peakMegabytes,
      row.copyRowsPerSecond,
      row.ratioToCopy,
    ]),
  );
  return hasServer ? table : `${table}\nPostgreSQL was not measured: DATABASE_URL is not set.`;
}

export function describeClusters(results: ClustersBench[]): string {
  return textTable(
    ['businesses', 'selected', 'clusters', 'seconds', 'longest block ms', 'tested s', 'peak MB'],
    results.map((row) => [
      row.businesses,
      row.selected,
      row.clusters,
      row.seconds,
      row.longestBlockMs,
      row.testedSeconds,
      row.peakMegabytes,
    ]),
  );
}

export function describeMap({ frames, ...server }: MapBench): string {
  return [
    textTable(
      ['businesses', 'ready after s', 'MB then', 'MB at most'],
      [[server.businesses, server.readySeconds, server.readyMegabytes, server.peakMegabytes]],
    ),
    textTable(
      ['frames', 'p50 ms', 'p95 ms', 'worst ms'],
      [[frames.count, frames.p50, frames.p95, frames.worst]],
    ),
  ].join('\n');
}

export function describeDrag({ selected, presses, ...times }: DragBench): string {
  return textTable(
    ['clustered', 'presses', 'p50 ms', 'p95 ms', 'worst ms'],
    [[selected, presses, times.p50, times.p95, times.worst]],
  );
}

export function describeTiles({
  businesses,
  bytesPerPoint,
  loadSeconds,
  zooms,
}: TilesBench): string {
  return [
    `${businesses} businesses, ${bytesPerPoint?.toFixed(1)} bytes a point, loaded in ${loadSeconds.toFixed(1)} s`,
    textTable(
      ['zoom', 'tiles', 'p50 ms', 'p99 ms', 'PostGIS p50', 'PostGIS p99', 'p99 ratio'],
      zooms.map((row) => [
        row.zoom,
        row.tiles,
        row.storeP50,
        row.storeP99,
        row.postgisP50,
        row.postgisP99,
        row.ratioP99,
      ]),
    ),
  ].join('\n');
}
