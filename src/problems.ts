/** Every refusal a reader can meet, with its HTTP status; the texts are the messages `problem.<code>.title` and `.advice`. */
export const problems = {
  'not-found': 404,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'invalid-input': 400,
  'unreadable-body': 400,
  'body-too-large': 413,
  'unsupported-type': 415,
  'method-not-allowed': 405,
  'too-many-requests': 429,
  unexpected: 500,
  'idempotency-key-not-valid': 400,
  'idempotency-key-reused': 422,
  'request-in-progress': 409,
  'link-not-valid': 410,
  'already-enrolled': 409,
  'enrolment-not-open': 409,
  'enrolment-already-cancelled': 409,
  'cancellation-too-late': 409,
  'session-not-in-this-state': 409,
  'trainer-double-booked': 409,
  'quota-over-capacity': 409,
} as const;

export type ProblemCode = keyof typeof problems;
