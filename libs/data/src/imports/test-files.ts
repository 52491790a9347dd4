import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a test's small input files. */
export class TestFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'atlas-files-'));
  readonly rejectsFile = join(this.folder, 'rejects.csv');

  /** @returns its path */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** A file as the only input of an import. */
  input(name: string, content: string | Uint8Array): { paths: string[]; rejectsFile: string } {
    return { paths: [this.write(name, content)], rejectsFile: this.rejectsFile };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
