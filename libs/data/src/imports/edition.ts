/**
 * The date of a source's edition, from a file name such as `BasicCompanyData-2024-11-01-part1_7.csv`.
 *
 * @returns an ISO date, or null if the name tells none
 */
function editionOfFile(name: string): string | null {
  const match = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  return match && isDate(match[0]) ? match[0] : null;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(date.valueOf()) &&
    date.toISOString().startsWith(text)
  );
}

/**
 * The one edition that all the files belong to.
 *
 * @param asOf what the user says; it wins over the names
 * @throws {RangeError} if the names tell different dates, or `asOf` is not a date
 */
export function commonEdition(
  names: readonly string[],
  asOf: string | undefined,
): { edition: string; isKnown: boolean } {
  if (asOf !== undefined) {
    if (!isDate(asOf)) throw new RangeError(`“${asOf}” is not a date (yyyy-mm-dd)`);
    return { edition: asOf, isKnown: true };
  }
  const dates = [...new Set(names.map(editionOfFile).filter((date) => date !== null))];
  if (dates.length > 1) {
    throw new RangeError(
      `the files are of several editions (${dates.join(', ')}); import them one by one`,
    );
  }
  const today = new Date().toISOString().slice(0, 10);
  return { edition: dates[0] ?? today, isKnown: dates.length === 1 };
}
