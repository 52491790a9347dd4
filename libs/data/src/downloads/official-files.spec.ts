import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codePointOpenFile, companiesHouseFile, recentEditions } from './official-files.js';

it('names the Companies House file of a month', () => {
  expect(companiesHouseFile('2024-11-01')).toEqual({
    name: 'BasicCompanyDataAsOneFile-2024-11-01.zip',
    url: 'https://download.companieshouse.gov.uk/BasicCompanyDataAsOneFile-2024-11-01.zip',
  });
});

it('looks for this month and then for the one before, also in January', () => {
  expect(recentEditions(new Date('2026-01-15T00:00:00Z'))).toEqual(['2026-01-01', '2025-12-01']);
});

it('reads address and MD5 from the list of the Ordnance Survey', async () => {
  const server = createServer((_, response) =>
    response.end(
      JSON.stringify([
        { format: 'GeoPackage', url: 'u1', fileName: 'codepo_gb.gpkg.zip', md5: 'aa' },
        { format: 'CSV', url: 'u2', fileName: 'codepo_gb.zip', md5: 'bb' },
      ]),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const file = await codePointOpenFile(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );

  server.close();
  expect(file).toEqual({
    name: 'codepo_gb.zip',
    url: 'u2',
    checksum: { algorithm: 'md5', value: 'bb' },
  });
});
