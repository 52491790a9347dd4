import type { DownloadOptions } from './download-file.js';

export type OfficialFile = Pick<DownloadOptions, 'url' | 'checksum'> & { name: string };

const COMPANIES_HOUSE = 'https://download.companieshouse.gov.uk';
const ORDNANCE_SURVEY = 'https://api.os.uk/downloads/v1';

/**
 * The Companies House product of a month; published in its first days, without a checksum.
 *
 * @param edition ISO date of the first of a month
 */
export function companiesHouseFile(edition: string, server = COMPANIES_HOUSE): OfficialFile {
  const name = `BasicCompanyDataAsOneFile-${edition}.zip`;
  return { name, url: `${server}/${name}` };
}

/** The first of the month of a date, and of the month before it. */
export function recentEditions(today: Date): [string, string] {
  const first = (monthsBack: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsBack, 1))
      .toISOString()
      .slice(0, 10);
  return [first(0), first(1)];
}

interface ListedDownload {
  url: string;
  fileName: string;
  md5: string;
  format: string;
}

/**
 * OS Code-Point Open as the Ordnance Survey lists it, with its MD5.
 *
 * @throws {Error} if the list cannot be read
 */
export async function codePointOpenFile(server = ORDNANCE_SURVEY): Promise<OfficialFile> {
  const url = `${server}/products/CodePointOpen/downloads?format=CSV`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}`);
  const listed = (await response.json()) as ListedDownload[];
  const file = listed.find(({ format }) => format === 'CSV');
  if (!file) throw new Error(`${url} lists no CSV`);
  return { name: file.fileName, url: file.url, checksum: { algorithm: 'md5', value: file.md5 } };
}
