import { gunzippedLines, gunzippedTable, writeLines } from './oracle-files.js';
import { sharedData, SOUTH_YORKSHIRE } from './shared-data.js';

/** The active companies whose first sector is in the divisions 58 to 63, in the register's order. */
export function digitalFirms(folder: string): {
  numbers: string[];
  input: string;
  degrees: string;
} {
  const chosen = new Set(
    gunzippedLines(SOUTH_YORKSHIRE).flatMap((line) => {
      const cells = line.slice(1, -1).split('","');
      const isDigital = /^(58|59|60|61|62|63)\d{3} /.test(cells[26]!);
      return cells[11] === 'Active' && isDigital ? [cells[1]!] : [];
    }),
  );
  const places = gunzippedLines(sharedData('companies-house-south-yorkshire/sy_geocoded.csv.gz'))
    .map((line) => line.split(','))
    .filter(([number]) => chosen.has(number!));
  return {
    numbers: places.map(([number]) => number!),
    input: writeLines(folder, 'firms.csv', [
      'Number,Easting,Northing',
      ...places.map(([number, , easting, northing]) => `${number},${easting},${northing}`),
    ]),
    degrees: writeLines(folder, 'degrees.csv', [
      'Number,lat,lon',
      ...places.map(([number, , , , latitude, longitude]) => `${number},${latitude},${longitude}`),
    ]),
  };
}

/** The whole register with the positions that were given for its companies beside it. */
export function positionedRegister(folder: string): string {
  const positions = new Map(
    gunzippedLines(sharedData('companies-house-south-yorkshire/sy_geocoded.csv.gz'))
      .map((line) => line.split(','))
      .map(([number, , easting, northing]) => [number!, `"${easting}","${northing}"`]),
  );
  const { header, lines } = gunzippedTable(SOUTH_YORKSHIRE);
  return writeLines(folder, 'BasicCompanyData-2024-11-01.csv', [
    `${header},Easting,Northing`,
    ...lines.map((line) => `${line},${positions.get(line.split('","')[1]!) ?? '"",""'}`),
  ]);
}
