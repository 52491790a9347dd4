import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the members of kept clusters belong: null in runs kept before. */
export class KeepMemberships1764730000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE cluster_version ADD COLUMN is_core boolean[], ADD COLUMN probabilities float8[]
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE cluster_version DROP COLUMN is_core, DROP COLUMN probabilities
    `);
  }
}
