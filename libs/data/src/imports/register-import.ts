import {
  BUSINESS_COLUMNS,
  type BusinessColumn,
  mapColumns,
  showMapping,
  type ColumnNames,
  type ShownMapping,
} from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { isEmbedded } from '../database/is-embedded.js';
import { Geocoder } from '../postcodes/geocoder.js';
import { SectorDirectory } from '../sectors/sector-directory.js';
import { hashContent, type PlacedRow } from './register-batch.js';
import { readKey, readRegisterRow, statedColumns, type RowRules } from './register-row-reader.js';
import { RowFault, type RegisterRow } from './register-row.js';
import { repeatedCompany, repeatedKey, RowBatch } from './row-batch.js';
import { compareBatch, writeBatch, type WriterOptions } from './register-writer.js';
import { StatusWords } from './status-words.js';
import { countPlaced } from './write-locations.js';
import type { Row, RowReader, RowTaker } from './row-reader.js';
import type { Table } from './table-reader.js';
import { WriteLanes } from './write-lanes.js';

/** A write transaction holds back all readers of the changes: at most 2 s on a server, a tenth more speed than 1,000. */
const BATCH_ROWS = 2_500;
/** The embedded engine has one connection, so that everybody waits: at most a quarter of a second. */
const BATCH_ROWS_EMBEDDED = 1_000;
/** A server has a core for each; the embedded engine writes one after the other, but never waits for us. */
const BATCHES_AT_ONCE = 2;

interface RegisterOptions {
  writer: WriterOptions;
  isRegister: boolean;
  columnNames: ColumnNames<BusinessColumn>;
  dryRun: boolean;
}

/** One run through a register's files: rows are checked, placed, compared and written in batches. */
export class RegisterImport {
  /** Keys of the rejected rows: whoever stands there has not left the register. */
  readonly refusedKeys: string[] = [];
  /** Rejected rows whose key could not be read. */
  get keyless(): number {
    return this.reader.report.rejected - this.refusedKeys.length;
  }
  /** Rows of which the database holds what they state, or something newer. */
  get taken(): number {
    const { imported, joined, updated, unchanged, older } = this.counts;
    return imported + joined + updated + unchanged + older;
  }
  readonly warnings: string[] = [];

  private readonly counts = {
    imported: 0,
    joined: 0,
    updated: 0,
    unchanged: 0,
    older: 0,
    located: 0,
    unlocated: 0,
  };
  private readonly statuses = new StatusWords();
  /** Rows of companies that the list had before the register did. */
  private apart = 0;
  private shown: ShownMapping = { mapping: {}, unmapped: [] };
  private readonly geocoder: Geocoder;
  private readonly sectors: SectorDirectory;
  private readonly lanes = new WriteLanes(BATCHES_AT_ONCE);
  private batchRows = BATCH_ROWS_EMBEDDED;
  private batch = new RowBatch();
  /** Those that are being written. */
  private readonly inFlight = new Set<RowBatch>();

  constructor(
    private readonly database: DataSource,
    private readonly reader: RowReader,
    private readonly options: RegisterOptions,
  ) {
    this.geocoder = new Geocoder(database);
    this.sectors = new SectorDirectory(database);
  }

  async read(): Promise<void> {
    if (!(await isEmbedded(this.database))) this.batchRows = BATCH_ROWS;
    await this.reader.read(
      (table) => this.open(table),
      async () => {
        await this.flush();
        await this.lanes.finish();
      },
    );
    if (this.apart > 0) {
      this.warnings.push(
        `${this.apart} companies came with this list before the register of companies was loaded: they are businesses of their own beside the register’s, and count twice.`,
      );
    }
  }

  get report() {
    return { ...this.reader.report, ...this.shown, ...this.counts };
  }

  private open({ name: file, first }: Table): RowTaker {
    const { columnNames: names, isRegister } = this.options;
    const mapping = mapColumns(BUSINESS_COLUMNS, first, { file, names });
    if (mapping.name === undefined) {
      throw new RangeError(`${file} has no column for the business name (${first.join(', ')})`);
    }
    if (isRegister && mapping.number === undefined) {
      throw new RangeError(`${file} has no column for the company number (${first.join(', ')})`);
    }
    if (isRegister) delete mapping.companyNumber; // it is the key there
    this.show(file, showMapping(first, mapping));
    const rules = { mapping, isRegister, stated: statedColumns(mapping) };
    return {
      hasHeader: true,
      take: (row) => {
        const business = this.readRow(row, rules);
        this.batch.add(business);
        return this.batch.size >= this.batchRows ? this.flush() : undefined;
      },
    };
  }

  private show(file: string, shown: ShownMapping): void {
    const isFirst = Object.keys(this.shown.mapping).length === 0;
    if (isFirst) this.shown = shown;
    else if (JSON.stringify(shown.mapping) !== JSON.stringify(this.shown.mapping)) {
      const pairs = Object.entries(shown.mapping).map(([column, name]) => `${column}=${name}`);
      this.warnings.push(`${file} has other columns: ${pairs.join(', ')}`);
    }
  }

  private readRow(row: Row, rules: RowRules): RegisterRow {
    try {
      const business = readRegisterRow(row, rules);
      this.statuses.add(business.status);
      // what has been written is known by its record instead
      for (const batch of [this.batch, ...this.inFlight]) batch.refuseAgain(business);
      return business;
    } catch (fault) {
      const key = keyIfReadable(row, rules);
      if (fault instanceof RowFault && key !== null) this.refusedKeys.push(key);
      throw fault;
    }
  }

  /** Prepares the batch while those before it are being written. */
  private async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = new RowBatch();
    if (batch.size === 0) return;
    this.inFlight.add(batch);
    const placed = await this.place(batch.rows);
    await this.lanes.add(async () => {
      await this.write(placed);
      this.inFlight.delete(batch);
    });
  }

  private async place(rows: readonly RegisterRow[]): Promise<PlacedRow[]> {
    const { dryRun, writer } = this.options;
    if (!dryRun) await this.sectors.add(rows.flatMap((row) => row.sectors));
    const waiting = rows.filter((row) => row.position === null && row.isPostcode);
    const places = await this.geocoder.locate(waiting.map((row) => row.postcode!));
    return rows.map((row) =>
      // the row itself, because copying each of millions took a tenth of the whole import
      Object.assign(row, {
        place: row.position ?? (row.postcode === null ? null : (places.get(row.postcode) ?? null)),
        sectorIds: dryRun ? [] : row.sectors.map((sector) => this.sectors.id(sector)),
        contentHash: hashContent(row, writer.locationKind),
      }),
    );
  }

  private async write(rows: readonly PlacedRow[]): Promise<void> {
    const { dryRun, writer } = this.options;
    const batch = await (dryRun ? compareBatch : writeBatch)(this.database, rows, writer);
    for (const row of batch.repeated) await this.reject(row, repeatedKey(row.externalId));
    for (const row of batch.doubled) await this.reject(row, repeatedCompany(row.companyNumber!));
    const refused = [...batch.repeated, ...batch.doubled];
    await this.countPlaced(rows.filter((row) => !refused.includes(row)));
    this.apart += batch.apart;
    this.counts.imported += batch.created.length;
    this.counts.joined += batch.joined.length;
    this.counts.updated += batch.updated.length;
    this.counts.unchanged += batch.unchanged.length;
    this.counts.older += batch.older.length;
    await this.reader.reportProgress();
  }

  private async reject({ externalId, file, row }: PlacedRow, { message }: RowFault): Promise<void> {
    this.refusedKeys.push(externalId);
    await this.reader.reject({ file, row, reason: message });
  }

  /** A row may tell no place and be placed all the same, by another file of its source. */
  private async countPlaced(rows: readonly PlacedRow[]): Promise<void> {
    const unplaced = rows.filter(({ place }) => place === null);
    const placed = await countPlaced(
      this.database.manager,
      unplaced.map(({ externalId }) => externalId),
      this.options.writer.sourceId,
    );
    this.counts.located += rows.length - unplaced.length + placed;
    this.counts.unlocated += unplaced.length - placed;
  }
}

function keyIfReadable({ fields }: Row, rules: RowRules): string | null {
  try {
    return readKey(fields, rules);
  } catch {
    return null;
  }
}
