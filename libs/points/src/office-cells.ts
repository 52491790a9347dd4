import { COUNT_TILE_CELLS } from './count-tile.js';
import { degreeBox, type DegreeBox } from './mercator-box.js';
import { Offices } from './offices.js';
import type { PointSource } from './point-columns.js';
import { slotsInTurns, type Selection } from './selection.js';

/** A cell of the count tiles of one zoom in which the two numbers differ. */
export interface OfficeCell {
  /** Of the 2^zoom x COUNT_TILE_CELLS along the world square's side, eastwards. */
  column: number;
  /** Likewise, southwards. */
  row: number;
  /** Businesses with both that are registered there. */
  registered: number;
  /** Those whose nearest place of trading or activity is there. */
  trading: number;
}

interface CellArea {
  zoom: number;
  /** Degrees; each cell that it touches counts as a whole. Null: everywhere. */
  box: DegreeBox | null;
}

/**
 * The cells that `officeTile` tells of, wherever the two numbers differ, in no definite order.
 *
 * Pauses as `selectInTurns` does.
 *
 * @throws {RangeError} if the box is upside down
 */
export function* countOfficeCells(
  { columns }: PointSource,
  selection: Selection,
  { zoom, box }: CellArea,
): Generator<undefined, OfficeCell[]> {
  const { mercatorXs, mercatorYs } = columns.locations;
  const offices = new Offices(columns, selection);
  const side = 2 ** (32 - zoom) / COUNT_TILE_CELLS;
  const across = 2 ** zoom * COUNT_TILE_CELLS;
  const area = box && degreeBox(box);
  const cells = new Map<number, OfficeCell>();
  const cellAt = (location: number): OfficeCell | null => {
    const column = Math.floor(mercatorXs[location]! / side);
    const row = Math.floor(mercatorYs[location]! / side);
    if (area && !touches({ column, row, side }, area)) return null;
    const key = row * across + column;
    const cell = cells.get(key) ?? { column, row, registered: 0, trading: 0 };
    cells.set(key, cell);
    return cell;
  };
  yield* slotsInTurns(columns, (slot) => {
    if (offices.look(slot) !== 'both') return;
    const [office, workplace] = [cellAt(offices.registered), cellAt(offices.trading)];
    if (office) office.registered++;
    if (workplace) workplace.trading++;
  });
  return [...cells.values()].filter(({ registered, trading }) => registered !== trading);
}

function touches(
  { column, row, side }: { column: number; row: number; side: number },
  area: ReturnType<typeof degreeBox>,
): boolean {
  return (
    (column + 1) * side > area.west &&
    column * side <= area.east &&
    (row + 1) * side > area.north &&
    row * side <= area.south
  );
}
