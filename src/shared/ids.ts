import { randomBytes, randomUUID } from 'node:crypto';

/** A new row id: UUID version 7 (RFC 9562), so that rows of one moment lie together in an index. */
export function newId(now: Date = new Date()): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** A secret for a link, a cookie or a key: 256 bits, base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
