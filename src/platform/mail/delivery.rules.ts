import { nextAttemptAt } from '../jobs/backoff.rules.js';

/** How long a mail may be refused for the moment before it is given up. */
const GIVE_UP_AFTER_MS = 48 * 60 * 60_000;
/** The mailbox is not there: 550, or 551 and 553 for one that has gone elsewhere or is no address (RFC 5321, 4.2.2). */
const NO_SUCH_MAILBOX = [550, 551, 553];
/** The enhanced codes of a mailbox that is there, but has no room or may not have this mail (RFC 3463, 3.3 and 3.8). */
const NOT_TAKEN = /\b5\.(?:2\.[23]|7\.\d)/;

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

/** Whether an answer says that the address does not exist, so that nothing else need be sent to it. */
export function tellsDeadAddress(answer: Answer): boolean {
  if (answer.kind === 'accepted' || answer.responseCode === null) return false;
  return NO_SUCH_MAILBOX.includes(answer.responseCode) && !NOT_TAKEN.test(answer.text);
}
