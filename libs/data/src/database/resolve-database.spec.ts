import { resolveDatabase } from './resolve-database.js';

describe('resolveDatabase', () => {
  it('takes the server of DATABASE_URL, also in production', async () => {
    const url = 'postgres://atlas@database:5432/atlas';

    const database = await resolveDatabase({ DATABASE_URL: url, NODE_ENV: 'production' });

    expect(database).toMatchObject({ engine: 'postgresql', url });
  });

  it('refuses a DATABASE_URL that is no PostgreSQL URL', async () => {
    await expect(resolveDatabase({ DATABASE_URL: 'mysql://atlas' })).rejects.toThrow(
      'DATABASE_URL must begin with postgres:// or postgresql://',
    );
  });

  it.each([undefined, '', '0', 'false'])(
    'refuses the embedded database in production when it is allowed by %p',
    async (allowed) => {
      const settings = {
        NODE_ENV: 'production',
        ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION: allowed,
        ATLAS_DATA_DIR: '/dev/null/never-opened',
      };

      await expect(resolveDatabase(settings)).rejects.toThrow('power cut');
    },
  );
});
