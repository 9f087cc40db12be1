import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.js';

/** What was sent does not fit the schema; the filter words the issues in the reader's language. */
export class InvalidInput extends DomainError {
  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super('invalid-input');
  }
}

/** Checks each argument that declares a schema. A path that cannot name anything is 'not found', not bad input. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const schema = metadata.schema as z.ZodType | undefined;
    if (!schema) return value;
    const result = await schema.safeParseAsync(value, { reportInput: true });
    if (result.success) return result.data;
    if (metadata.type === 'param') throw new DomainError('not-found');
    throw new InvalidInput(result.error.issues);
  }
}
