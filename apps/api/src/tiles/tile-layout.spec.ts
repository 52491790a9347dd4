import { COUNT_TILE_CELLS, POINT_TILE_EXTENT, POINT_TILE_LAYER } from '@cluster-atlas/contract';
import * as points from '@cluster-atlas/points';

it('draws tiles as the contract says, though neither library knows the other', () => {
  expect(points.COUNT_TILE_CELLS).toBe(COUNT_TILE_CELLS);
  expect(points.SITE_TILE_EXTENT).toBe(POINT_TILE_EXTENT);
  expect(points.SITE_TILE_LAYER).toBe(POINT_TILE_LAYER);
});
