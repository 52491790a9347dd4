import { csvLine, type OfficeCellQuery, type OfficeCells } from '@cluster-atlas/contract';
import { fromMercator, mercatorSideMetres, toNationalGrid } from '@cluster-atlas/geo';
import {
  COUNT_TILE_CELLS,
  countOfficeCells,
  type OfficeCell,
  type PointStore,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { inTurns } from '../analyses/in-turns.js';
import { areasAround } from '../areas/areas-around.js';
import { besideHub } from '../hubs/beside-hub.js';
import { listHubsOnGrid } from '../hubs/list-hubs-on-grid.js';
import { describeBasis, type Asked } from './describe-coverage.js';

/** The cells of the map in which the numbers of the registered and of the trading differ most. */
export async function listOfficeCells(
  { database, store }: { database: DataSource; store: PointStore },
  { query, selection }: Asked<OfficeCellQuery>,
): Promise<OfficeCells> {
  const { zoom, more, limit } = query;
  const area = { zoom, box: query.bbox ?? null };
  const cells = await inTurns(store, () => countOfficeCells(store, selection, area));
  const isMoreRegistered = (cell: OfficeCell) => differenceOf(cell) > 0;
  const moreRegistered = cells.filter(isMoreRegistered).length;
  const listed = cells
    .filter((cell) => more === undefined || isMoreRegistered(cell) === (more === 'registered'))
    .sort(byDifference)
    .slice(0, limit)
    .map((cell) => measureCell(cell, zoom));
  const hubs = await listHubsOnGrid(database);
  const areas = await areasAround(database, listed);
  return {
    items: listed.map((cell, i) => ({ area: areas[i]!, beside: besideHub(hubs, cell), ...cell })),
    moreRegistered,
    moreTrading: cells.length - moreRegistered,
    definition: {
      ...describeBasis({ query, selection }),
      zoom,
      more: more ?? 'either',
      location: 'registered office, and nearest place of trading or activity, of those with both',
      cells: `squares of the web map, ${COUNT_TILE_CELLS} to a side of a tile, counted whole where they touch the box`,
      positions: 'middle of the cell: EPSG:27700 in metres, and degrees in WGS 84',
      area: 'on the ground',
    },
    warnings: [],
  };
}

function differenceOf({ registered, trading }: OfficeCell): number {
  return registered - trading;
}

/** The greatest first, whichever way it goes; of equals the northernmost, then the westernmost. */
function byDifference(a: OfficeCell, b: OfficeCell): number {
  const less = Math.abs(differenceOf(b)) - Math.abs(differenceOf(a));
  return less || a.row - b.row || a.column - b.column;
}

function measureCell(cell: OfficeCell, zoom: number) {
  const side = 1 / (2 ** zoom * COUNT_TILE_CELLS);
  const y = (cell.row + 0.5) * side;
  const { longitude, latitude } = fromMercator((cell.column + 0.5) * side, y);
  const sideMetres = mercatorSideMetres(side, y);
  const difference = differenceOf(cell);
  return {
    ...toNationalGrid(longitude, latitude),
    ...{ longitude, latitude, sideMetres },
    ...{ registered: cell.registered, trading: cell.trading, difference },
    differencePerKm2: difference / (sideMetres / 1000) ** 2,
  };
}

const COLUMNS = [
  ['area', 'area'],
  ['beside', 'beside'],
  ['registered', 'registered'],
  ['trading', 'trading'],
  ['difference', 'difference'],
  ['difference_per_km2', 'differencePerKm2'],
  ['side_metres', 'sideMetres'],
  ['easting', 'easting'],
  ['northing', 'northing'],
  ['longitude', 'longitude'],
  ['latitude', 'latitude'],
] as const;

/** A line for each cell; eastings and northings are metres in EPSG:27700. */
export function officeCellCsv({ items }: Pick<OfficeCells, 'items'>): string {
  const lines = items.map((item) => csvLine(COLUMNS.map(([, key]) => item[key])));
  return csvLine(COLUMNS.map(([header]) => header)) + lines.join('');
}
