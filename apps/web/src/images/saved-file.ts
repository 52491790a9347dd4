/** `cluster-atlas-what-it-is-2026-02-28.png`, with the day on which it is saved. */
export function fileName(what: string, extension: string): string {
  return `${fileStem(what)}.${extension}`;
}

/** Of letters, digits and hyphens alone. */
export function fileStem(what: string): string {
  const words = what
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS);
  return ['cluster-atlas', ...words, today()].join('-');
}

const MOST_WORDS = 12;

/** As ISO 8601 writes it, where the reader is. */
export function today(): string {
  const now = new Date();
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
}

/** Gives the reader a file as any download. */
export function saveFile(contents: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // the browser has taken the address up by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
