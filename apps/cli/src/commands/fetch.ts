import {
  codePointOpenFile,
  companiesHouseFile,
  downloadFile,
  recentEditions,
  type Download,
  type OfficialFile,
} from '@cluster-atlas/data';
import type { Command } from 'commander';
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { print, Progress, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';

interface FetchOptions extends OutputOptions {
  out?: string;
  edition?: string;
  sha256?: string;
}

export function addFetch(program: Command): void {
  const command = program
    .command('fetch')
    .description('Download official files; a broken download goes on where it stopped.');
  command
    .command('companies-house')
    .description('the newest BasicCompanyData of Companies House, about 500 MB')
    .option('--edition <date>', 'the first of a month (default: the newest)')
    .option('--out <folder>', 'where to put it (default: downloads in the data folder)')
    .option('--json', 'print one JSON document')
    .action(fetchCompaniesHouse);
  command
    .command('postcodes')
    .description('OS Code-Point Open: the postcodes of Great Britain, with their checksum')
    .option('--out <folder>', 'where to put it (default: downloads in the data folder)')
    .option('--json', 'print one JSON document')
    .action(async (options: FetchOptions) =>
      report(options, await bring(await codePointOpenFile(), options)),
    );
  command
    .command('url')
    .description(
      'any file, for example an edition of the ONS Postcode Directory (its address changes with each)',
    )
    .argument('<address>')
    .option('--sha256 <checksum>', 'what the publisher states')
    .option('--out <folder>', 'where to put it (default: downloads in the data folder)')
    .option('--json', 'print one JSON document')
    .action(fetchUrl);
}

async function fetchCompaniesHouse(options: FetchOptions): Promise<void> {
  if (options.edition !== undefined) {
    report(options, await bring(companiesHouseFile(options.edition), options));
    return;
  }
  const [current, previous] = recentEditions(new Date());
  // a month's file comes some days into the month
  const download = await bring(companiesHouseFile(current), options).catch(() =>
    bring(companiesHouseFile(previous), options),
  );
  report(options, download);
}

async function fetchUrl(address: string, options: FetchOptions): Promise<void> {
  if (!URL.canParse(address)) throw new UsageError(`“${address}” is not an address.`);
  const name = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? 'download';
  const checksum = options.sha256 && ({ algorithm: 'sha256', value: options.sha256 } as const);
  report(options, await bring({ name, url: address, ...(checksum && { checksum }) }, options));
}

async function bring(
  { name, url, checksum }: OfficialFile,
  { out }: FetchOptions,
): Promise<Download> {
  const path = join(out ?? join(readConfig().dataFolder, 'downloads'), name);
  const progress = new Progress(name);
  return downloadFile({
    url,
    path,
    checksum,
    onProgress: ({ bytesRead, bytesTotal }) => progress.update({ bytesRead, bytesTotal, rows: 0 }),
  }).finally(() => progress.stop());
}

function report(options: OutputOptions, download: Download): void {
  print(
    options,
    download,
    () => `${download.path}: ${download.bytes} bytes, SHA-256 ${download.sha256}`,
  );
}
