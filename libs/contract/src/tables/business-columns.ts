/** What a business list's columns may mean, with the header names known for each (letters and digits only). */
export const BUSINESS_COLUMNS = {
  name: /^(company|business|trading|organi[sz]ation|legal|firm)?name$|^(company|business|organi[sz]ation|firm)$/,
  number: /^(company|registration|register|companyregistration|companieshouse)?(number|no)$|^crn$/,
  /** At Companies House; the column may number the rows as well. */
  companyNumber: /^(company|companyregistration|companieshouse)(number|no)$|^crn$/,
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

export type BusinessColumn = keyof typeof BUSINESS_COLUMNS;
