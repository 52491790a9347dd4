import type { MigrationInterface, QueryRunner } from 'typeorm';

/** kB; an import collects so much before it is merged in, which is a fifth of its whole cost. */
const PENDING = `WITH (gin_pending_list_limit = 65536)`;

export class SearchNames1763900100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    // words and their beginnings; 'simple', because names are in no one language
    await queryRunner.query(
      `CREATE INDEX business_name_words ON business USING gin (to_tsvector('simple', name)) ${PENDING}`,
    );
    // misspellings
    await queryRunner.query(
      `CREATE INDEX business_name_trigrams ON business USING gin (name gin_trgm_ops) ${PENDING}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX business_name_trigrams`);
    await queryRunner.query(`DROP INDEX business_name_words`);
  }
}
