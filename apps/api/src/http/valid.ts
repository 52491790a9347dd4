import { Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';

/** What a request got wrong, parameter by parameter; answered 400. */
export class InvalidRequest extends Error {
  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super('The request does not fit its description.');
  }
}

@Injectable()
class SchemaPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.output<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.output<Schema> {
    const parsed = this.schema.safeParse(value);
    if (!parsed.success) throw new InvalidRequest(parsed.error.issues);
    return parsed.data;
  }
}

/** Validates a query or body by a schema of the contract. */
export function valid<Schema extends z.ZodType>(
  schema: Schema,
): PipeTransform<unknown, z.output<Schema>> {
  return new SchemaPipe(schema);
}
