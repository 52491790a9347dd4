import { SelectionQuery } from '@cluster-atlas/contract';
import {
  exportBusinesses,
  loadPoints,
  resolveSelection,
  type ExportFormat,
} from '@cluster-atlas/data';
import { Option, type Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withDatabase } from '../database.js';
import { print } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';

interface ExportOptions {
  format: ExportFormat;
  out?: string;
  json?: boolean;
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('the selected businesses as a file')
    .addOption(
      new Option('--format <format>', 'csv or geojson').choices(['csv', 'geojson']).default('csv'),
    )
    .option('--out <file>', 'write here (default: standard output)')
    .option('--json', 'with --out: print one JSON document about what was written');
  addSelection(command).action(exportCommand);
}

async function exportCommand(options: SelectionOptions & ExportOptions): Promise<void> {
  const { format, out, json, ...selectionOptions } = options;
  const query = parseQuery(SelectionQuery, selectionOptions);
  let bytes = 0;
  await withDatabase(async (database) => {
    const store = await loadPoints(database);
    const selection = await resolveSelection(database, query);
    const pieces = Readable.from(exportBusinesses(database, store, { selection, format }));
    pieces.on('data', (piece: string) => (bytes += Buffer.byteLength(piece)));
    await pipeline(pieces, out === undefined ? process.stdout : createWriteStream(out), {
      end: out !== undefined,
    });
  });
  if (out !== undefined)
    print({ json: json === true }, { file: out, format, bytes }, () => `${bytes} bytes in ${out}`);
}
