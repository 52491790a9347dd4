import type { MixName } from './sector-mixes.js';
import type { SizeProfile } from './sizes.js';

/** WGS 84 degrees. */
export interface Coordinates {
  longitude: number;
  latitude: number;
}

/** Where the buildings of a district stand. */
export interface Ground {
  centre: Coordinates;
  /** `disc`: evenly within the radius; `bell`: thinning out, with the radius as standard deviation. */
  shape: 'disc' | 'bell';
  /** Metres. */
  radius: number;
  /** Share of the newcomers that take rooms where others have taken some before. */
  sharing: number;
  /** Share of the district's businesses. */
  share: number;
  /** Those at known positions. */
  buildings?: readonly (Coordinates & { name: string })[];
}

export interface District {
  slug: string;
  name: string;
  /** Businesses alive at the beginning of each of these years; in a straight line between them. */
  alive: Readonly<Record<number, number>>;
  mix: MixName;
  sizes: SizeProfile;
  grounds: readonly Ground[];
  /** Share of the businesses with another location, by where that is registered. */
  elsewhere: number;
  /** Part of its newcomers come from these districts, when one of the same activity is there. */
  recruits?: { from: readonly string[]; share: number };
  /** Who must go when the district shrinks moves there; else they close. */
  movesTo?: readonly string[];
  /** Metres around the centre that the towns' digital firms keep out of, or all of their firms. */
  clearing?: { radius: number; of: 'digital' | 'all' };
}

/** Digital firms further apart than this are never neighbours at the product's 250 m. */
const APART = 270;

/** A digital district of one disc. The towns' digital firms keep off, so that its outline is its own. */
export function digitalDistrict(
  district: Omit<District, 'grounds' | 'sizes' | 'elsewhere'> & Coordinates & { radius: number },
): District {
  const { longitude, latitude, radius, ...rest } = district;
  const centre = { longitude, latitude };
  return {
    sizes: 'media',
    elsewhere: 0.35,
    clearing: { radius: radius + APART, of: 'digital' },
    grounds: [{ centre, shape: 'disc', radius, sharing: 0.92, share: 1 }],
    ...rest,
  };
}
