import { nextAttemptAt } from '../jobs/backoff.rules.js';

/** How long a mail may be refused for the moment before it is given up. */
const GIVE_UP_AFTER_MS = 48 * 60 * 60_000;

/** What the mail server said about one attempt. */
export type Answer =
  | { readonly kind: 'accepted'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly responseCode: number | null };

export type Verdict =
  | { readonly status: 'sent' }
  | { readonly status: 'queued'; readonly nextAttemptAt: Date }
  | { readonly status: 'failed' };

/**
 * A refusal for good (5xx, RFC 5321 section 4.2.1) ends it; anything else is tried again,
 * with growing waits, until 48 hours after the mail was written.
 */
export function judge(
  answer: Answer,
  mail: { createdAt: Date; attempts: number },
  now: Date,
  spread: number,
): Verdict {
  if (answer.kind === 'accepted') return { status: 'sent' };
  const forGood = answer.responseCode !== null && answer.responseCode >= 500;
  if (forGood || now.getTime() - mail.createdAt.getTime() > GIVE_UP_AFTER_MS) return { status: 'failed' };
  return { status: 'queued', nextAttemptAt: nextAttemptAt(now, mail.attempts, spread) };
}
