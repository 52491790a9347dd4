/** A pair of coordinates. */
export type Position = [x: number, y: number];
/** Closed: the last position is the first. */
export type Ring = Position[];
/** The outer ring, counter-clockwise, then the holes, clockwise. */
export type Polygon = Ring[];
