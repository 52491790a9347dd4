import type { MapSettings } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { extentOf } from '@cluster-atlas/points';
import { Controller, Get, Inject } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../database.js';
import { PointsService } from '../points/points.service.js';

@Controller('api/v1/map-settings')
export class MapController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly points: PointsService,
  ) {}

  @Get()
  settings(): MapSettings {
    return {
      tileUrl: this.config.mapTileUrl,
      attribution: this.config.mapAttribution,
      extent: this.extent(),
    };
  }

  private extent(): MapSettings['extent'] {
    const box = extentOf(this.points.store);
    if (!box) return null;
    const southWest = fromNationalGrid(box.west, box.south);
    const northEast = fromNationalGrid(box.east, box.north);
    return [southWest.longitude, southWest.latitude, northEast.longitude, northEast.latitude];
  }
}
