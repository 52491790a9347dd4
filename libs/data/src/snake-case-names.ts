import { DefaultNamingStrategy } from 'typeorm';

/** `startedOn` in TypeScript is `started_on` in SQL. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
