import type { SelectionQuery } from '@cluster-atlas/contract';
import { readSectorGroupings, resolveSelection, type SectorGroupings } from '@cluster-atlas/data';
import type { Selection } from '@cluster-atlas/points';
import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';
import { PointsService } from './points.service.js';

const MOST_REMEMBERED = 200;

/** Looks sector codes and groups up once for all the tiles of a map, not once for each. */
@Injectable()
export class SelectionsService {
  private readonly remembered = new Map<string, Promise<Selection>>();
  private groupings: { version: string; value: Promise<SectorGroupings> } | null = null;

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
  ) {}

  resolve(query: SelectionQuery): Promise<Selection> {
    const key = this.stateOf(query);
    const known = this.remembered.get(key);
    if (known) return known;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const selection = resolveSelection(this.database.source, query);
    this.remembered.set(key, selection);
    selection.catch(() => this.remembered.delete(key));
    return selection;
  }

  sectorGroupings(): Promise<SectorGroupings> {
    const { version } = this.points;
    if (this.groupings?.version !== version) {
      this.groupings = { version, value: readSectorGroupings(this.database.source) };
      this.groupings.value.catch(() => (this.groupings = null));
    }
    return this.groupings.value;
  }

  /** Two queries of the same state have the same answer: today counts, where no date is given. */
  stateOf(query: SelectionQuery): string {
    const { sectors, sectorGroup, primaryOnly, status, location, massAddresses, sizeBands } = query;
    const date = query.date ?? new Date().toISOString().slice(0, 10);
    return JSON.stringify([
      this.points.version,
      sectors,
      sectorGroup,
      primaryOnly,
      status,
      location,
      massAddresses,
      sizeBands,
      date,
    ]);
  }
}
