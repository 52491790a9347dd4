import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that refer to a few rows which are never deleted. */
const REFERENCES = [
  { table: 'source_record', column: 'source_id', target: 'source', key: 'source_record_source_fk' },
  {
    ...{ table: 'business_location', column: 'source_id', target: 'source' },
    key: 'business_location_source_fk',
  },
  {
    ...{ table: 'business_sector', column: 'sector_id', target: 'sector' },
    key: 'business_sector_sector_fk',
  },
];

/**
 * Replaces three foreign keys, each of which took a query and a lock on the same few rows for each
 * row of an import, a quarter of its time, by one check for each statement. What they refer to can
 * be neither deleted nor exchanged, so that the check needs no lock.
 */
export class CheckReferencesByStatement1763900300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_unknown_reference() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE unknown boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM added WHERE NOT EXISTS (SELECT FROM %I WHERE id = added.%I))',
                       TG_ARGV[0], TG_ARGV[1]) INTO unknown;
        IF unknown THEN
          RAISE foreign_key_violation USING
            MESSAGE = format('%I refers to a %I that is not there', TG_TABLE_NAME, TG_ARGV[0]);
        END IF;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_always() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE restrict_violation USING MESSAGE = TG_ARGV[0];
      END $$`);
    for (const { table, column, target, key } of REFERENCES) {
      await queryRunner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${key}`);
      await queryRunner.query(`
        CREATE TRIGGER ${table}_${target}_known AFTER INSERT ON ${table}
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT
        EXECUTE FUNCTION refuse_unknown_reference('${target}', '${column}')`);
      await queryRunner.query(`
        CREATE TRIGGER ${table}_${target}_kept BEFORE UPDATE OF ${column} ON ${table} FOR EACH ROW
        EXECUTE FUNCTION refuse_always('the ${target} of a ${table} is not changed')`);
    }
    for (const target of ['source', 'sector']) {
      await queryRunner.query(`
        CREATE TRIGGER ${target}_kept BEFORE DELETE ON ${target} FOR EACH STATEMENT
        EXECUTE FUNCTION refuse_always('a ${target} is never deleted')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const target of ['source', 'sector']) {
      await queryRunner.query(`DROP TRIGGER ${target}_kept ON ${target}`);
    }
    for (const { table, column, target, key } of REFERENCES) {
      await queryRunner.query(`DROP TRIGGER ${table}_${target}_kept ON ${table}`);
      await queryRunner.query(`DROP TRIGGER ${table}_${target}_known ON ${table}`);
      await queryRunner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${key} FOREIGN KEY (${column}) REFERENCES ${target}`,
      );
    }
    await queryRunner.query(`DROP FUNCTION refuse_always`);
    await queryRunner.query(`DROP FUNCTION refuse_unknown_reference`);
  }
}
