import { LONGEST_RECORD } from '@cluster-atlas/contract';

/** Reads a text piece by piece until it has so many lines; each piece is looked at once. */
export class FirstLines {
  /** What has been read, without a byte-order mark. */
  text = '';
  private lineEnds = 0;
  /** Of the last line, as far as it has been read. */
  private lineLength = 0;

  constructor(
    private readonly name: string,
    private readonly pieces: AsyncIterator<string>,
  ) {}

  /** @returns what the text begins with, after blanks; empty if it holds nothing else */
  async readText(): Promise<string> {
    let isMore = true;
    while (isMore && this.text.length <= LONGEST_RECORD && this.text.trim() === '') {
      isMore = await this.readPiece();
    }
    return this.text.trimStart();
  }

  /** @throws {Error} at a line that is longer than any record */
  async read(lines: number): Promise<string> {
    this.check();
    while (this.lineEnds < lines && (await this.readPiece())) this.check();
    return this.text;
  }

  private check(): void {
    if (this.lineLength <= LONGEST_RECORD) return;
    throw new Error(
      `${this.name} has a line of more than ${LONGEST_RECORD.toLocaleString('en-GB')} characters: it is no table`,
    );
  }

  /** @returns whether there was one */
  private async readPiece(): Promise<boolean> {
    const next = await this.pieces.next();
    if (next.done) return false;
    const piece = this.text === '' ? next.value.replace(/^\uFEFF/, '') : next.value;
    this.text += piece;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) this.lineEnds++;
    const last = piece.lastIndexOf('\n');
    this.lineLength = last < 0 ? this.lineLength + piece.length : piece.length - last - 1;
    return true;
  }
}
