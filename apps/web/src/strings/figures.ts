/** Of the strings: British English. */
const LOCALE = 'en-GB';

const count = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const significant = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const ratio = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const fineRatio = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const smallRatio = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** Stands where there is no value, and between the ends of a range. */
export const DASH = '–';

/** 12345 is `12,345`. */
export function formatCount(value: number): string {
  return count.format(value);
}

/** `12`, or `12–34` where it is not known better. */
export function formatCountRange(low: number, high: number | null): string {
  return high === null || high === low
    ? formatCount(low)
    : `${formatCount(low)}${DASH}${formatCount(high)}`;
}

/** What is not known is a dash. */
export function formatKnown(value: number | null, format: (value: number) => string): string {
  return value === null ? DASH : format(value);
}

/** With its sign, `+12` or `−12`; what reads as nothing has none. */
export function formatSigned(value: number, format: (value: number) => string): string {
  const size = format(Math.abs(value));
  if (size === format(0)) return size;
  return `${value > 0 ? '+' : '−'}${size}`;
}

/** To one decimal: `1,234.5`. */
export function formatTenths(value: number): string {
  return ratio.format(value);
}

/** To two decimals: `1,234.56`. */
export function formatHundredths(value: number): string {
  return fineRatio.format(value);
}

/** To three figures: `1,230`, `12.3`, `0.12`. */
export function formatDensity(value: number): string {
  return value >= 100 ? count.format(value) : significant.format(value);
}

/** A share of 1 as a percentage. */
export function formatShare(value: number): string {
  return percent.format(value);
}

/** `0.03`, or `< 0.001`. */
export function formatPValue(p: number): string {
  return p < 0.001 ? '< 0.001' : significant.format(p);
}

/** From 0 to 1 as `0.83`; only what is 0 or 1 reads so, else `< 0.01` and `> 0.99`. */
export function formatMembership(probability: number): string {
  if (probability > 0 && probability < 0.01) return '< 0.01';
  if (probability < 1 && probability > 0.99) return '> 0.99';
  return smallRatio.format(probability);
}

/** Metres as `250 m` or `1.5 km`. */
export function formatDistance(metres: number): string {
  return metres < 1000 ? `${count.format(metres)} m` : `${smallRatio.format(metres / 1000)} km`;
}

interface Quotient {
  lq: number | null;
  low: number | null;
  high: number | null;
}

/** `1.9 (1.7–2.1)`; without an interval the quotient alone, and a dash where there is none. */
export function formatQuotient(quotient: Quotient): string {
  return quotientText(quotient, formatRatio);
}

/** `1.95 (1.94–1.97)`, for the narrow intervals of many jobs. */
export function formatFineQuotient(quotient: Quotient): string {
  return quotientText(quotient, formatHundredths);
}

function quotientText({ lq, low, high }: Quotient, format: (value: number) => string): string {
  if (lq === null) return DASH;
  if (low === null || high === null) return format(lq);
  return `${format(lq)} (${format(low)}${DASH}${format(high)})`;
}

/** `2024-02-29` is `29 February 2024`; what is no date stays as it is. */
export function formatDate(isoDate: string): string {
  return dateText(isoDate, 'long');
}

/** `29 Feb 2024`, for columns of dates. */
export function formatShortDate(isoDate: string): string {
  return dateText(isoDate, 'medium');
}

function dateText(isoDate: string, dateStyle: 'long' | 'medium'): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  return date.toLocaleDateString(LOCALE, { dateStyle, timeZone: 'UTC' });
}

function formatRatio(value: number): string {
  return value > 0 && value < 0.1 ? smallRatio.format(value) : ratio.format(value);
}
