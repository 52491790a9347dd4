import { COUNT_TILE_CELLS, FINEST_CELL_ZOOM } from '@cluster-atlas/contract';
import { mercatorSideMetres } from '@cluster-atlas/geo';

/**
 * Businesses per km² where a colour ends and the next begins. Each is two to four times the last,
 * because a city centre is a thousand times as dense as a village. No break lies where one or two
 * businesses in a cell would, between 50 and 60 degrees north: their colour would change with the
 * cell's ground area, halfway down the map.
 */
export const DENSITY_BREAKS = [5, 20, 50, 200, 500, 2000] as const;

export const DENSITY_CLASSES = DENSITY_BREAKS.length + 1;

/** Businesses per km² from which a difference between two densities has the next colour. */
export const DIFFERENCE_STEPS = [0, 50, 200] as const;

/** Which of the colours 0 to 2 a difference has, whichever way it goes. */
export function differenceClass(perKm2: number): number {
  return DIFFERENCE_STEPS.findLastIndex((step) => Math.abs(perKm2) >= step);
}

/** Which of the colours 0 to 6 a density has. */
export function densityClass(perKm2: number): number {
  const index = DENSITY_BREAKS.findIndex((limit) => perKm2 < limit);
  return index === -1 ? DENSITY_BREAKS.length : index;
}

/**
 * How many cells along a side are drawn as one, so that closer zooms show the same cells larger.
 * Finer cells would hold one business each and show noise as density.
 */
export function mergedCells(zoom: number): number {
  return 2 ** Math.max(0, zoom - FINEST_CELL_ZOOM);
}

/**
 * Ground area of a drawn cell.
 *
 * @param zoom of the tile
 * @param y row of the cell's middle in tiles, for example 10.5 in the middle of row 10
 * @returns km²
 */
export function cellAreaKm2(zoom: number, y: number): number {
  const side = mergedCells(zoom) / (2 ** zoom * COUNT_TILE_CELLS);
  return (mercatorSideMetres(side, y / 2 ** zoom) / 1000) ** 2;
}
