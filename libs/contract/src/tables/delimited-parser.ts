/** One record, or why there is none; `row` is its line in the file, the header being line 1. */
export type ParsedRecord =
  { row: number; fields: string[] } | { row: number; fields: null; reason: string };

/** Longest record that is read, in characters; the longest official register row has about 8,000. */
export const LONGEST_RECORD = 262_144;

const QUOTE = 34;
const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;

/**
 * Reads delimited text piece by piece, forgiving the unescaped quotes of real register files
 * (`"ENGLAND","SS!"AS","Private …`): a quote ends its field only before a delimiter, a line end or
 * the end of the file, and `""` is a literal quote. A quote that is never closed costs its own line
 * only: reading goes on with the next.
 */
export class DelimitedParser {
  private text = '';
  private line: number;
  private skipping = false;
  private readonly delimiter: number;

  /** Of the first record; a later one of several lines that does not fit it is not trusted. */
  private columns: number | null = null;

  /** @param firstLine number of the line that the text begins with */
  constructor(delimiter: string, firstLine = 1) {
    this.line = firstLine;
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Takes the next piece of text and gives back the records that are now complete. */
  push(piece: string): ParsedRecord[] {
    this.text += piece;
    return this.drain(false);
  }

  /** Gives back what is left. */
  end(): ParsedRecord[] {
    return this.drain(true);
  }

  private drain(final: boolean): ParsedRecord[] {
    const records: ParsedRecord[] = [];
    let start = this.skipping ? this.skipLine(0) : 0;
    while (start < this.text.length && !this.skipping) {
      const fields: string[] = [];
      const end = this.readRecord(start, fields, final);
      if (end < 0) {
        if (!final && this.text.length - start <= LONGEST_RECORD) break;
        start = this.giveUpLine(start, final ? UNCLOSED : TOO_LONG, records);
      } else if (this.hasSwallowedLines(start, end, fields)) {
        start = this.giveUpLine(start, UNCLOSED, records);
      } else {
        if (fields.length > 1 || fields[0] !== '') {
          this.columns ??= fields.length;
          records.push({ row: this.line, fields });
        }
        this.line += this.countLines(start, end);
        start = end;
      }
    }
    this.text = this.text.slice(start);
    return records;
  }

  /** Reads one record into `fields`; returns where the next one starts, or -1 if it is incomplete. */
  private readRecord(start: number, fields: string[], final: boolean): number {
    const { text, delimiter } = this;
    let at = start;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        at = this.readQuoted(at, fields, final);
      } else {
        at = this.readPlain(at, fields, final);
      }
      if (at < 0) return -1;
      if (at >= text.length) return text.length;
      const code = text.charCodeAt(at);
      if (code !== delimiter) return this.afterLineEnd(at);
      at++;
      if (at >= text.length && !final) return -1;
    }
  }

  private readPlain(start: number, fields: string[], final: boolean): number {
    const { text, delimiter } = this;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === NEW_LINE) break;
    }
    if (at >= text.length && !final) return -1;
    const end = text.charCodeAt(at - 1) === CARRIAGE_RETURN && at > start ? at - 1 : at;
    fields.push(text.slice(start, text.charCodeAt(at) === delimiter ? at : end));
    return at;
  }

  private readQuoted(start: number, fields: string[], final: boolean): number {
    const { text } = this;
    let doubled = false;
    let at = start + 1;
    for (;;) {
      at = text.indexOf('"', at);
      if (at < 0) return -1;
      const next = text.charCodeAt(at + 1); // NaN at the end of the text
      if (next === this.delimiter || next === NEW_LINE || next === CARRIAGE_RETURN) break;
      if (Number.isNaN(next)) {
        if (final) break;
        return -1;
      }
      if (next === QUOTE) {
        doubled = true;
        at++;
      }
      at++;
    }
    const field = text.slice(start + 1, at);
    fields.push(doubled ? field.replaceAll('""', '"') : field);
    return at + 1;
  }

  private afterLineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** A record over several lines is an unclosed quote when it does not fit, or a line in it begins one. */
  private hasSwallowedLines(start: number, end: number, fields: string[]): boolean {
    if (this.columns === null) return false;
    const firstLineEnd = this.text.indexOf('\n', start);
    if (firstLineEnd < 0 || firstLineEnd >= end - 1) return false;
    return fields.length !== this.columns || fields.some((field) => field.includes('\n"'));
  }

  private giveUpLine(start: number, reason: string, records: ParsedRecord[]): number {
    records.push({ row: this.line, fields: null, reason });
    return this.skipLine(start);
  }

  /** Where the next line starts; without one yet, the rest of this line is dropped as it comes. */
  private skipLine(start: number): number {
    const end = this.text.indexOf('\n', start);
    this.skipping = end < 0;
    if (this.skipping) return this.text.length;
    this.line++;
    return end + 1;
  }

  private countLines(start: number, end: number): number {
    let lines = 0;
    for (let at = this.text.indexOf('\n', start); at >= 0 && at < end;) {
      lines++;
      at = this.text.indexOf('\n', at + 1);
    }
    return lines;
  }
}

const UNCLOSED = 'a quotation mark is opened and never closed';
const TOO_LONG = `the row is longer than ${LONGEST_RECORD} characters`;

/** The delimiter that splits a header line into most columns. */
export function guessDelimiter(headerLine: string): string {
  const counts = [',', '\t', ';', '|'].map((delimiter) => ({
    delimiter,
    columns: headerLine.split(delimiter).length,
  }));
  return counts.reduce((best, next) => (next.columns > best.columns ? next : best)).delimiter;
}
