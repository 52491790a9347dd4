import { SECTOR_GROUPS } from '../sectors/sector-groups.js';
import { SECTOR_TITLES, type SectorCode } from './sectors.js';

const classes = new Set(SECTOR_GROUPS.flatMap(({ codes }) => codes));
const codes = new Set(
  Object.keys(SECTOR_TITLES).filter((code) => classes.has(code.slice(0, 4))),
) as ReadonlySet<string>;

/** Whether one of the activities is in the DCMS digital sector or the creative industries. */
export function isCreativeOrDigital(sectors: readonly SectorCode[]): boolean {
  return sectors.some((code) => codes.has(code));
}
