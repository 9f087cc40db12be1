import { createHash } from 'node:crypto';
import { ownPath } from '../shared/own-path.js';

const MINUTE = 60_000;
/** How long a mailed link can be used: long enough for slow mail, short enough for a mailbox left open. */
export const LINK_LASTS_MS = 15 * MINUTE;
/** How long one stays signed in: a working day. */
export const SIGN_IN_LASTS_MS = 12 * 60 * MINUTE;

/** What is kept of a secret: its SHA-256, in base64url. The secrets are 256 random bits, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Where to go after signing in: what was asked for, when it is a path of this site. */
export function safeNext(next: unknown): string {
  return ownPath(next) ?? '/';
}
