import type { RandomStream } from './random.js';

const WORDS = [
  ...['Albion', 'Anchor', 'Bobbin', 'Brass', 'Calico', 'Canal', 'Carding', 'Copper', 'Cotton'],
  ...['Damask', 'Doffer', 'Fettler', 'Flyer', 'Fustian', 'Gantry', 'Gingham', 'Hawser', 'Heald'],
  ...['Indigo', 'Jenny', 'Kiln', 'Lantern', 'Linen', 'Lockgate', 'Loom', 'Madder', 'Mule'],
  ...['Navigation', 'Navvy', 'Paragon', 'Picker', 'Pinion', 'Quarry', 'Reeling', 'Ropewalk'],
  ...['Selvedge', 'Shuttle', 'Sluice', 'Spindle', 'Tenter', 'Throstle', 'Towpath', 'Twill'],
  ...['Velvet', 'Warp', 'Weft', 'Weir', 'Windlass', 'Worsted', 'Yarn'],
];
const BUILDINGS = ['House', 'Mill', 'Court', 'Works', 'Yard', 'Point', 'Exchange', 'Warehouse'];
const STREETS = ['Street', 'Road', 'Lane', 'Avenue', 'Grove', 'Close'];

/** Invented, in the words of the mills. */
export function buildingName(random: RandomStream): string {
  return `${random.pick(WORDS)} ${random.pick(BUILDINGS)}`;
}

export function houseName(random: RandomStream): string {
  return `${1 + random.below(180)} ${random.pick(WORDS)} ${random.pick(STREETS)}`;
}
