import { problems, type ProblemCode } from '../../problems.js';

/** One field of a form or document that cannot be accepted, with the reason in the reader's words. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** An expected refusal. The reader is told what happened and what to do next; nothing was saved. */
export class DomainError extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(code);
    this.status = problems[code];
  }
}
