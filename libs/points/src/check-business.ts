import type { StoredBusiness } from './business.js';

/** @throws {RangeError} on what the columns cannot hold */
export function checkBusiness({ id, sectors, locations }: StoredBusiness): void {
  if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31) {
    throw new RangeError(`Business id ${id} is not an integer from 1 to 2^31 - 1`);
  }
  if (sectors.length > 255) throw new RangeError(`${sectors.length} sectors, at most 255`);
  const odd = sectors.find((sector) => !Number.isInteger(sector) || sector < 1 || sector > 65535);
  if (odd !== undefined) throw new RangeError(`Sector ${odd} is not an integer from 1 to 65535`);
  for (const { longitude, latitude } of locations) {
    if (!Number.isFinite(longitude + latitude)) {
      throw new RangeError(`Position ${longitude}, ${latitude} of business ${id} is not finite`);
    }
  }
}
