import type { Position } from '../postcodes/geocoder.js';

/** One business as a source states it, checked and normalised, before it is placed. */
export interface RegisterRow {
  file: string;
  /** Line in the file; the header is line 1. */
  row: number;
  externalId: string;
  /** Its number at Companies House, where another list states it; null in that register itself. */
  companyNumber: string | null;
  name: string;
  status: string | null;
  category: string | null;
  /** ISO dates. */
  startedOn: string | null;
  endedOn: string | null;
  address: string | null;
  /** Normalised; or what stands there, if it is no British postcode. */
  postcode: string | null;
  isPostcode: boolean;
  sectors: SectorReference[];
  /** Given with the row; else it is placed by its postcode. */
  position: Position | null;
  jobsLow: number | null;
  jobsHigh: number | null;
  /** What the file has columns for; it says nothing of the rest. */
  stated: StatedColumns;
}

export interface StatedColumns {
  status: boolean;
  category: boolean;
  started: boolean;
  ended: boolean;
  address: boolean;
  postcode: boolean;
  sectors: boolean;
}

/** A code in the words of the file: SIC 2007 has five digits there, SIC 2003 had four. */
export interface SectorReference {
  scheme: 'uk-sic-2007' | 'uk-sic-2003';
  code: string;
  title: string;
}

/** A row that cannot be taken, with a reason that its sender can act on. */
export class RowFault extends Error {}
