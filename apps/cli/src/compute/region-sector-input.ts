import type { RegionSectorRows } from '@cluster-atlas/analytics';
import { readOwnTable, type TableRow } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { textColumn, weightColumn, whereIs, type TableHeader } from './table-columns.js';

/** Which columns of the file hold what; without a value each row counts 1. */
export interface RegionSectorColumnOptions {
  input: string;
  region: string;
  sector: string;
  value?: string;
}

export interface RegionSectorInput {
  n: number;
  /** In the order of their characters, so that nothing depends on the order of the rows. */
  regionNames: string[];
  sectorNames: string[];
  rows: RegionSectorRows;
  warnings: string[];
}

/**
 * Reads a person's own table of regions and sectors, whose pairs may repeat.
 *
 * @param openMore looks at the header too, and says what else to do with each row, whose region's
 * name it gets
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readRegionSectors(
  options: RegionSectorColumnOptions,
  openMore?: (header: TableHeader) => (row: TableRow, region: string, sector: string) => void,
): Promise<RegionSectorInput> {
  const regions = new LabelColumn();
  const sectors = new LabelColumn();
  const values: number[] = [];
  const n = await readOwnTable(options.input, (names) => {
    const header = { file: basename(options.input), names };
    const readRegion = textColumn(header, options.region);
    const readSector = textColumn(header, options.sector);
    const readValue = options.value === undefined ? null : weightColumn(header, options.value);
    const takeMore = openMore?.(header);
    return (row) => {
      const region = readRegion(row);
      const sector = readSector(row);
      regions.add(region);
      sectors.add(sector);
      if (readValue) values.push(readValue(row));
      takeMore?.(row, region, sector);
    };
  });
  const { names: regionNames, numbers: regionOf } = regions.numbered();
  const { names: sectorNames, numbers: sectorOf } = sectors.numbered();
  return {
    n,
    regionNames,
    sectorNames,
    rows: {
      regions: regionNames.length,
      sectors: sectorNames.length,
      regionOf,
      sectorOf,
      values: options.value === undefined ? null : Float64Array.from(values),
    },
    warnings: n === 0 ? ['The file has a header and no rows.'] : [],
  };
}

/** A column of text, as numbers. */
class LabelColumn {
  private readonly numberOf = new Map<string, number>();
  private readonly numbers: number[] = [];

  add(label: string): void {
    let number = this.numberOf.get(label);
    if (number === undefined) {
      number = this.numberOf.size;
      this.numberOf.set(label, number);
    }
    this.numbers.push(number);
  }

  /** The names in the order of their characters, and the place of each row's among them. */
  numbered(): { names: string[]; numbers: Uint32Array } {
    const given = [...this.numberOf.keys()];
    const names = given.toSorted((a, b) => (a < b ? -1 : 1));
    const placeOf = new Map(names.map((name, place) => [name, place]));
    const places = Uint32Array.from(given, (name) => placeOf.get(name)!);
    return { names, numbers: Uint32Array.from(this.numbers, (number) => places[number]!) };
  }
}

/** What is the same in each row of a region or sector, such as its area or its group. */
export class Attribute<Value extends string | number> {
  private readonly known = new Map<string, Value>();

  constructor(
    private readonly column: string,
    private readonly openColumn: (header: TableHeader, name: string) => (row: TableRow) => Value,
  ) {}

  /** @returns what to do with each row, given the name of its owner */
  open(header: TableHeader): (row: TableRow, owner: string) => void {
    const read = this.openColumn(header, this.column);
    return (row, owner) => {
      const value = read(row);
      const before = this.known.get(owner);
      if (before !== undefined && before !== value) {
        throw new Error(
          `${whereIs(header, row)}: the ${this.column} of ${owner} is ${value}, and ${before} before`,
        );
      }
      this.known.set(owner, value);
    };
  }

  of(owners: readonly string[]): Value[] {
    return owners.map((owner) => this.known.get(owner)!);
  }
}

/** @param column null without the option */
export function figureAttribute(column: string | undefined): Attribute<number> | null {
  return column === undefined ? null : new Attribute(column, weightColumn);
}

/** @param column null without the option */
export function textAttribute(column: string | undefined): Attribute<string> | null {
  return column === undefined ? null : new Attribute(column, textColumn);
}

/** Labels as numbers, in the order of their characters. */
export function numberLabels(labels: readonly string[]): { names: string[]; numbers: Uint32Array } {
  const column = new LabelColumn();
  for (const label of labels) column.add(label);
  return column.numbered();
}
