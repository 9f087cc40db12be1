import { createHash } from 'node:crypto';

const MINUTE = 60_000;
/** How long a mailed link can be used: long enough for slow mail, short enough for a mailbox left open. */
export const LINK_LASTS_MS = 15 * MINUTE;
/** How long one stays signed in: a working day. */
export const SIGN_IN_LASTS_MS = 12 * 60 * MINUTE;

/** What is kept of a secret: its SHA-256, in base64url. The secrets are 256 random bits, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Only a path of this site, as a header can hold it; anything else could send the reader to another one. */
export function safeNext(next: unknown): string {
  const own =
    typeof next === 'string' && /^\/(?!\/)[!-[\]-~]{0,1000}$/.test(next) && !next.startsWith('/sign-in');
  return own ? next : '/';
}
