/** What a business list's columns may mean, with the header names known for each (letters and digits only). */
const HEADERS = {
  name: /^(company|business|trading|organi[sz]ation|legal|firm)?name$|^(company|business|organi[sz]ation|firm)$/,
  number: /^(company|registration|register|companyregistration|companieshouse)?(number|no)$|^crn$/,
  status: /^(company)?status$/,
  category: /^companycategory$/,
  started: /^(incorporationdate|startdate|startedon|opened)$/,
  ended: /^(dissolutiondate|enddate|endedon|closed)$/,
  careOf: /^regaddresscareof$/,
  line1: /^(regaddress)?(addressline1|address|street)$/,
  line2: /^(regaddress)?addressline2$/,
  town: /^(regaddress)?(posttown|town|city)$/,
  county: /^(regaddress)?county$/,
  country: /^(regaddress)?country$/,
  postcode: /^(regaddress)?post(al)?code$|^pcds?$/,
  sector1: /^siccodesictext1$|^sic(code)?s?1?$|^sector$/,
  sector2: /^siccodesictext2$|^sic(code)?2$/,
  sector3: /^siccodesictext3$|^sic(code)?3$/,
  sector4: /^siccodesictext4$|^sic(code)?4$/,
  easting: /^eastings?$|^(os)?east1m$/,
  northing: /^northings?$|^(os)?n(o)?rth1m$/,
  longitude: /^(long|longitude|lon|lng)$/,
  latitude: /^(lat|latitude)$/,
  jobs: /^(employees|jobs|staff|headcount|numberofemployees)$/,
} as const;

export type RegisterColumn = keyof typeof HEADERS;
/** Which column of the file, from 0, holds what. */
export type ColumnMapping = Partial<Record<RegisterColumn, number>>;

/** Reads a row's fields by what they mean. */
export type ReadField = (column: RegisterColumn) => string | undefined;

export function fieldReader(mapping: ColumnMapping, fields: readonly string[]): ReadField {
  return (column) => {
    const index = mapping[column];
    return index === undefined ? undefined : fields[index];
  };
}

/** Recognises a list's columns by their headers, whatever their case, spaces and dots. */
export function guessColumns(header: readonly string[]): ColumnMapping {
  const plain = header.map(plainName);
  const mapping: ColumnMapping = {};
  for (const [column, pattern] of Object.entries(HEADERS) as [RegisterColumn, RegExp][]) {
    const index = plain.findIndex((name) => pattern.test(name));
    if (index >= 0) mapping[column] = index;
  }
  return mapping;
}

/** The user's words on what columns mean: header names by meaning; an empty name means no column. */
export type ColumnNames = Readonly<Partial<Record<RegisterColumn, string>>>;

/**
 * Reads `name=Company,postcode=PC`.
 *
 * @throws {RangeError} if a part is no pair, or means nothing that is known
 */
export function parseColumnNames(text: string): ColumnNames {
  const names: Partial<Record<RegisterColumn, string>> = {};
  for (const part of text.split(',')) {
    const [meaning = '', ...header] = part.split('=');
    const column = meaning.trim();
    if (header.length === 0 || !isRegisterColumn(column)) {
      throw new RangeError(
        `“${part}” maps nothing: write meaning=Header, with a meaning of ${Object.keys(HEADERS).join(', ')}`,
      );
    }
    names[column] = header.join('=').trim();
  }
  return names;
}

/**
 * The guessed columns, put right by what the user says.
 *
 * @throws {RangeError} if the file has no such column
 */
export function mapColumns(
  header: readonly string[],
  { file, names }: { file: string; names: ColumnNames },
): ColumnMapping {
  const mapping = guessColumns(header);
  for (const [column, name] of Object.entries(names) as [RegisterColumn, string][]) {
    delete mapping[column];
    if (name === '') continue;
    const exact = header.indexOf(name);
    const index = exact >= 0 ? exact : header.map(plainName).indexOf(plainName(name));
    if (index < 0) throw new RangeError(`${file} has no column “${name}” (${header.join(', ')})`);
    mapping[column] = index;
  }
  return mapping;
}

/** A mapping in the words of the file, as people check it. */
export interface ShownMapping {
  mapping: Partial<Record<RegisterColumn, string>>;
  unmapped: string[];
}

export function showMapping(header: readonly string[], mapping: ColumnMapping): ShownMapping {
  const used = new Set(Object.values(mapping));
  return {
    mapping: Object.fromEntries(
      Object.entries(mapping).map(([column, index]) => [column, header[index]!]),
    ),
    unmapped: header.filter((_, index) => !used.has(index)),
  };
}

function isRegisterColumn(text: string): text is RegisterColumn {
  return Object.hasOwn(HEADERS, text);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
