import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** What the OpenAPI document says of an API route beside its path and its inputs, which it reads from the route. */
export interface OperationDoc {
  /** One line in Dutch, beginning with a verb. */
  readonly summary: string;
  /** What comes back when it went well; null for no body. */
  readonly answer: z.ZodType | null;
  /** What the file is that is sent as `multipart/form-data` in the field `file`, in Dutch; absent for JSON. */
  readonly upload?: string;
  /** The type of a body that the route reads itself, and what it is, in Dutch; absent for JSON. */
  readonly unread?: { readonly type: string; readonly description: string };
  /** The type of a file that comes back, and what it holds, in Dutch; absent for JSON. */
  readonly download?: { readonly type: string; readonly description: string };
  /** Whether the answer names its version in ETag, and a change of it asks for that in If-Match. */
  readonly versioned?: true;
  /** Status of that answer; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
}

export const OPERATION = 'operation';

/** Documents an API route; every route under /api/v1 has one. */
export const Operation = (doc: OperationDoc) => SetMetadata<string, OperationDoc>(OPERATION, doc);
