/** Which way a cell of the difference goes, and what that is called. */
export const OFFICE_KINDS = [
  ['registered', 'trust.legendRegistered'],
  ['trading', 'trust.legendTrading'],
] as const;
