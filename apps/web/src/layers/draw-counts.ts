import type { CountTile } from '@cluster-atlas/contract';
import { toCountGrid } from './count-tile.js';
import type { DrawnTile } from './data-tile-layer.js';
import { cellAreaKm2, densityClass, mergedCells } from './density-scale.js';
import type { MapColours } from './map-colours.js';

/** Fills each cell with the colour of its density; cells without a match show faintly, if at all. */
export function drawCounts(
  context: CanvasRenderingContext2D,
  { data, coords, size }: DrawnTile<CountTile>,
  { colours, showsOthers }: { colours: MapColours; showsOthers: boolean },
): void {
  const { side, matching, all } = toCountGrid(data, mergedCells(coords.z));
  const width = size / side;
  for (let row = 0; row < side; row++) {
    const area = cellAreaKm2(coords.z, coords.y + (row + 0.5) / side);
    for (let column = 0; column < side; column++) {
      const cell = row * side + column;
      const count = matching[cell]!;
      if (count > 0) context.fillStyle = colours.density[densityClass(count / area)]!;
      else if (showsOthers && all[cell]! > 0) context.fillStyle = colours.others;
      else continue;
      context.fillRect(column * width, row * width, width, width);
    }
  }
}
