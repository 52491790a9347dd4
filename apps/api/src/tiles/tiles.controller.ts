import { POINT_ZOOM, SelectionQuery } from '@cluster-atlas/contract';
import {
  countTile,
  encodeCountTile,
  officeTile,
  siteTile,
  type PointStore,
  type Selection,
  type Tile,
} from '@cluster-atlas/points';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';

/** Finer tiles would hold nothing new: the map magnifies these. */
const FINEST_ZOOM = 18;

const TileAddress = z
  .strictObject({
    z: z.coerce.number<string>().int().min(0).max(FINEST_ZOOM),
    x: z.coerce.number<string>().int().min(0),
    y: z.coerce.number<string>().int().min(0),
  })
  .refine(({ z, x, y }) => x < 2 ** z && y < 2 ** z, 'there is no such tile at this zoom');
const CountTileAddress = TileAddress.refine(({ z }) => z < POINT_ZOOM, {
  path: ['z'],
  message: `counts go up to zoom ${POINT_ZOOM - 1}`,
});
const SiteTileAddress = TileAddress.refine(({ z }) => z >= POINT_ZOOM, {
  path: ['z'],
  message: `sites begin at zoom ${POINT_ZOOM}`,
});

/** Of the program that makes tiles, so that browsers ask again after it was changed. */
const BUILD = digestOf(dirname(fileURLToPath(import.meta.resolve('@cluster-atlas/points'))));

/** See `CountTile` of the contract. */
const COUNTS = 'application/vnd.cluster-atlas.counts';

interface TileKind {
  mediaType: string;
  /** Null where the tile is empty. */
  encode: (store: PointStore, tile: Tile, selection: Selection) => Uint8Array | null;
}

const COUNT_TILES: TileKind = {
  mediaType: COUNTS,
  encode: (...input) => encoded(countTile(...input)),
};
const OFFICE_TILES: TileKind = {
  mediaType: COUNTS,
  encode: (...input) => encoded(officeTile(...input)),
};
const SITE_TILES: TileKind = { mediaType: 'application/vnd.mapbox-vector-tile', encode: siteTile };

@Controller('tiles')
export class TilesController {
  constructor(
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  @Get('counts/:z/:x/:y')
  counts(
    @Param(valid(CountTileAddress)) tile: Tile,
    @Query(valid(SelectionQuery)) query: SelectionQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(response, { tile, query, known }, COUNT_TILES);
  }

  @Get('offices/:z/:x/:y')
  offices(
    @Param(valid(CountTileAddress)) tile: Tile,
    @Query(valid(SelectionQuery)) query: SelectionQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(response, { tile, query, known }, OFFICE_TILES);
  }

  @Get('sites/:z/:x/:y')
  sites(
    @Param(valid(SiteTileAddress)) tile: Tile,
    @Query(valid(SelectionQuery)) query: SelectionQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(response, { tile, query, known }, SITE_TILES);
  }

  /** The tag names program, state and question, so that an unchanged tile costs no more than its comparison. */
  private async send(
    response: Response,
    { tile, query, known }: { tile: Tile; query: SelectionQuery; known: string | undefined },
    { mediaType, encode }: TileKind,
  ): Promise<void> {
    const state = `${BUILD} ${mediaType} ${tile.z}/${tile.x}/${tile.y} ${this.selections.stateOf(query)}`;
    const tag = `"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
    response.set({ ETag: tag, 'Cache-Control': 'public, max-age=0, must-revalidate' });
    if (known?.split(/\s*,\s*/).some((text) => text === tag || text === `W/${tag}`)) {
      response.status(304).end();
      return;
    }
    const bytes = encode(this.points.store, tile, await this.selections.resolve(query));
    if (bytes === null) response.status(204).end();
    else
      response.type(mediaType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.js')) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('base64url');
}

function encoded(counts: ReturnType<typeof countTile>): Uint8Array | null {
  return counts && encodeCountTile(counts);
}
