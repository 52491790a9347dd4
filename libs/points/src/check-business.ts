import type { StoredBusiness } from './business.js';

export const MOST_SECTORS = 255;

/** @throws {RangeError} on what the columns cannot hold */
export function checkBusiness({ id, sectors, locations }: StoredBusiness): void {
  if (!isId(id)) {
    throw new RangeError(`Business id ${id} is not an integer from 1 to 2^31 - 1`);
  }
  if (sectors.length > MOST_SECTORS) {
    throw new RangeError(`${sectors.length} sectors of business ${id}, at most ${MOST_SECTORS}`);
  }
  const odd = sectors.find((sector) => !isId(sector));
  if (odd !== undefined) {
    throw new RangeError(`Sector ${odd} of business ${id} is not an integer from 1 to 2^31 - 1`);
  }
  for (const { longitude, latitude } of locations) {
    if (!Number.isFinite(longitude + latitude)) {
      throw new RangeError(`Position ${longitude}, ${latitude} of business ${id} is not finite`);
    }
  }
}

/** As the integers of a database are. */
function isId(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number < 2 ** 31;
}
