import { SingleBar } from 'cli-progress';
import { pipeline } from 'node:stream/promises';

export interface OutputOptions {
  json?: boolean;
}

/** A bar on stderr, so that stdout stays a document; a line every ten seconds where no one watches. */
export class Progress {
  private readonly bar: SingleBar | null;
  private lastLine = Date.now();

  constructor(
    private readonly task: string,
    isTerminal = process.stderr.isTTY,
  ) {
    this.bar = isTerminal
      ? new SingleBar({
          format: `${task} {bar} {percentage}% · {rows} rows · {eta_formatted} left`,
          hideCursor: true,
          stream: process.stderr,
        })
      : null;
    this.bar?.start(1, 0, { rows: 0 });
  }

  update({
    bytesRead,
    bytesTotal,
    rows,
  }: {
    bytesRead: number;
    bytesTotal: number;
    rows: number;
  }): void {
    this.bar?.setTotal(bytesTotal);
    this.bar?.update(bytesRead, { rows });
    if (this.bar || Date.now() - this.lastLine < 10_000) return;
    this.lastLine = Date.now();
    const percent = Math.round((100 * bytesRead) / Math.max(bytesTotal, 1));
    process.stderr.write(`${this.task}: ${percent} %, ${rows} rows\n`);
  }

  stop(): void {
    this.bar?.stop();
  }
}

/** One JSON document, or text for people. */
export function print(options: OutputOptions, result: object, text: () => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(result, null, 2) : text()}\n`);
}

/** A file on standard output, a piece at a time. */
export function writeOut(pieces: Iterable<string>): Promise<void> {
  return pipeline(pieces, process.stdout, { end: false });
}

/** Columns of text, numbers to the right. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : formatCell(cell))));
  const widths = header.map((name, i) =>
    Math.max(name.length, ...cells.map((row) => row[i]!.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) =>
        typeof rows[0]?.[i] === 'string' ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
      )
      .join('  ')
      .trimEnd();
  return [line(header), ...cells.map(line)].join('\n');
}

function formatCell(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? cell.toLocaleString('en-GB') : cell.toFixed(2);
}
