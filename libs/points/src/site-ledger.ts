import type { LocationColumns } from './point-columns.js';

/** The businesses at one exact place. */
export interface Site {
  /** In 2^-32 of the world square's side; of several, the least. */
  x: number;
  y: number;
  /** Metres, EPSG:27700. */
  easting: number;
  northing: number;
  matching: number;
  all: number;
}

/** Adds up businesses by their exact easting and northing; fastest for neighbours in a row. */
export class SiteLedger {
  readonly sites: Site[] = [];
  private readonly byEasting = new Map<number, Map<number, Site>>();
  private last: Site | null = null;

  constructor(private readonly locations: LocationColumns) {}

  /** Leaves out locations off the grid. */
  count(location: number, matches: boolean): void {
    const easting = this.locations.eastings[location]!;
    const northing = this.locations.northings[location]!;
    if (Number.isNaN(easting + northing)) return;
    const isLast = this.last?.easting === easting && this.last.northing === northing;
    const site = isLast ? this.last! : this.siteAt(easting, northing);
    site.x = Math.min(site.x, this.locations.mercatorXs[location]!);
    site.y = Math.min(site.y, this.locations.mercatorYs[location]!);
    site.all++;
    if (matches) site.matching++;
    this.last = site;
  }

  private siteAt(easting: number, northing: number): Site {
    const column = this.byEasting.get(easting) ?? new Map<number, Site>();
    this.byEasting.set(easting, column);
    const known = column.get(northing);
    if (known) return known;
    const site = { x: Infinity, y: Infinity, easting, northing, matching: 0, all: 0 };
    column.set(northing, site);
    this.sites.push(site);
    return site;
  }
}
