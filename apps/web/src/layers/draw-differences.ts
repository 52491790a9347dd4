import type { CountTile } from '@cluster-atlas/contract';
import { toCountGrid } from './count-tile.js';
import type { DrawnTile } from './data-tile-layer.js';
import { cellAreaKm2, differenceClass, mergedCells } from './density-scale.js';
import type { MapColours } from './map-colours.js';

/**
 * Where more businesses are registered than trade a square, where more trade a disc, so that not the
 * colour alone tells them apart.
 */
export function drawDifferences(
  context: CanvasRenderingContext2D,
  { data, coords, size }: DrawnTile<CountTile>,
  { colours }: { colours: MapColours },
): void {
  const { side, matching: registered, all: trading } = toCountGrid(data, mergedCells(coords.z));
  const width = size / side;
  for (let row = 0; row < side; row++) {
    const area = cellAreaKm2(coords.z, coords.y + (row + 0.5) / side);
    for (let column = 0; column < side; column++) {
      const cell = row * side + column;
      const difference = registered[cell]! - trading[cell]!;
      if (difference === 0) continue;
      const kind = difference > 0 ? 'registered' : 'trading';
      context.fillStyle = colours[kind][differenceClass(difference / area)]!;
      context.beginPath();
      if (difference > 0) context.rect(column * width, row * width, width, width);
      else context.arc((column + 0.5) * width, (row + 0.5) * width, width / 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
