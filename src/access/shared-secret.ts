import type { WebRequest } from '../platform/web/request.js';
import { hashToken } from './tokens.rules.js';

/** Whether a program sent the secret of the settings as its bearer token; nobody knows a secret that is not set. */
export function knowsSecret({ headers }: WebRequest, secret: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  // Hashes, so that the time a comparison takes tells nothing of the secret.
  return secret !== null && given !== undefined && hashToken(given) === hashToken(secret);
}
