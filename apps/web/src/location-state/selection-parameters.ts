import { SelectionQuery } from '@cluster-atlas/contract';

/** Which businesses are shown, as every request takes it. */
export type Selection = SelectionQuery;

export const EVERYTHING: Selection = SelectionQuery.parse({});

type SelectionKey = keyof Selection;

const KEYS = Object.keys(SelectionQuery.shape) as SelectionKey[];

/** Reads the selection from a query string; a value that the API would refuse is left out. */
export function readSelection(parameters: URLSearchParams): Selection {
  const accepted = KEYS.flatMap((key) => {
    const value = parameters.get(key);
    return value !== null && SelectionQuery.shape[key].safeParse(value).success
      ? [[key, value]]
      : [];
  });
  return SelectionQuery.parse(Object.fromEntries(accepted));
}

/** The selection as query parameters, defaults left out, always in the same order. */
export function writeSelection(selection: Selection): [name: string, value: string][] {
  return KEYS.flatMap((key): [string, string][] => {
    const value = selection[key];
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    return text === '' || value === EVERYTHING[key] ? [] : [[key, text]];
  });
}

/** The selection as a query string that names a request, for example `sectors=62,63`. */
export function selectionQuery(selection: Selection): string {
  return new URLSearchParams(writeSelection(selection)).toString();
}

/** Without a sector every location quotient is 1 and says nothing. */
export function hasSector({ sectors, sectorGroup }: Selection): boolean {
  return sectors !== undefined || sectorGroup !== undefined;
}
