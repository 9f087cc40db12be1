import { DomainError } from '../errors/domain-error.js';
import type { WebReply, WebRequest } from './request.js';

/** Tells which version of a thing is answered, so that a client can say which one it changes. */
export function sendVersion(reply: WebReply, version: number): void {
  reply.header('etag', `"${version}"`);
}

/**
 * Changes the version that the header If-Match names, as sendVersion wrote it.
 * @throws DomainError 'version-needed' (428) without that header, 'version-gone' (412) when the change finds another one
 */
export async function ifMatch(
  request: WebRequest,
  change: (version: number) => Promise<void>,
): Promise<void> {
  const sent = request.headers['if-match'];
  if (sent === undefined) throw new DomainError('version-needed');
  const [, version] = /^"(\d{1,9})"$/.exec(sent) ?? [];
  if (version === undefined) throw new DomainError('version-gone');
  try {
    await change(Number(version));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'changed-meanwhile')
      throw new DomainError('version-gone');
    throw error;
  }
}
