interface Cited {
  title: string;
  /** The address that shows the same for good. */
  address: string;
  /** Day that the data is of. */
  date: string;
  /** What else makes the figures what they are. */
  basis: string;
  /** Day on which it was read. */
  retrieved: string;
}

/** As BibTeX and biblatex read it. */
export function bibtex(key: string, { title, address, date, basis, retrieved }: Cited): string {
  return [
    `@misc{${key},`,
    `  title = {${escapeTex(title)}},`,
    '  author = {{Cluster Atlas}},',
    `  year = {${date.slice(0, 4)}},`,
    `  note = {${escapeTex(basis)}},`,
    `  url = {${address}},`,
    `  urldate = {${retrieved}}`,
    '}',
  ].join('\n');
}

function escapeTex(text: string): string {
  return text.replace(/[{}\\~^]/g, '').replace(/[&%$#_]/g, '\\$&');
}
