import { csvLine } from '@cluster-atlas/contract';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

export interface Reject {
  file: string;
  /** Line in the file; the header is line 1. */
  row: number;
  reason: string;
}

/** How many rejects the report itself carries; the file has them all. */
const MOST_LISTED = 100;

/** Every row that was not taken and why, as a CSV file that is made with the first of them. */
export class RejectReport {
  count = 0;
  readonly first: Reject[] = [];
  private stream: WriteStream | null = null;

  constructor(private readonly path: string) {}

  /** Where the rejects are written; null while there are none. */
  get file(): string | null {
    return this.stream ? this.path : null;
  }

  async add(reject: Reject): Promise<void> {
    this.count++;
    if (this.first.length < MOST_LISTED) this.first.push(reject);
    this.stream ??= await this.open();
    const line = csvLine([reject.file, reject.row, reject.reason]);
    if (!this.stream.write(line)) {
      await once(this.stream, 'drain');
    }
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await finished(this.stream);
  }

  private async open(): Promise<WriteStream> {
    await mkdir(dirname(this.path), { recursive: true });
    const stream = createWriteStream(this.path);
    stream.write('file,row,reason\n');
    return stream;
  }
}
