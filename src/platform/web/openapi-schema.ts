import { z } from 'zod';

/** A schema as OpenAPI 3.0 writes it; the parts that our documents and their pages look into. */
export interface OpenApiSchema {
  type?: string;
  format?: string;
  description?: string;
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  items?: OpenApiSchema;
  enum?: unknown[];
  nullable?: boolean;
  default?: unknown;
  [more: string]: unknown;
}

/** Writes a zod schema as others must send it ('input') or will get it ('output'). */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output'): OpenApiSchema {
  const document = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => adjust(zodSchema, jsonSchema as OpenApiSchema, io),
  });
  return document as OpenApiSchema;
}

function adjust(zodSchema: z.core.$ZodTypes, found: OpenApiSchema, io: 'input' | 'output'): void {
  // JSON has no dates; ours travel as instants in UTC.
  if (zodSchema._zod.def.type === 'date') Object.assign(found, { type: 'string', format: 'date-time' });
  // A format says it already, and zod's patterns are hundreds of characters.
  if (found.format) delete found['pattern'];
  if (found['minimum'] === Number.MIN_SAFE_INTEGER) delete found['minimum'];
  if (found['maximum'] === Number.MAX_SAFE_INTEGER) delete found['maximum'];
  // A later version may tell more; clients must not refuse that.
  delete found['additionalProperties'];
  if (io === 'input' && zodSchema instanceof z.ZodObject) requireWhatMayNotLack(zodSchema, found);
}

/** Zod calls a preprocessed or caught field required although it may lack, so the schema itself is asked. */
function requireWhatMayNotLack(zodSchema: z.ZodObject, found: OpenApiSchema): void {
  const required = Object.entries(zodSchema.shape)
    .filter(([, field]) => !z.safeParse(field, undefined).success)
    .map(([name]) => name);
  if (required.length > 0) found.required = required;
  else delete found.required;
}
