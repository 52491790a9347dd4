import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchNameStarts1764810000000 implements MigrationInterface {
  /** Byte by byte, so that the names that begin with a text stand side by side, the text itself first. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX business_name_start ON business (lower(name) COLLATE "C")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX business_name_start`);
  }
}
