/** Kinds of hubs that exist to help businesses begin, grow and innovate, as lists of hubs name them. */
const SUPPORT_KINDS = new Set([
  'accelerator',
  'business-support',
  'catapult',
  'college',
  'growth-hub',
  'incubator',
  'innovation-centre',
  'research-institute',
  'science-park',
  'university',
]);

export function isSupport(kind: string): boolean {
  return SUPPORT_KINDS.has(kind.toLowerCase().replaceAll(' ', '-'));
}
