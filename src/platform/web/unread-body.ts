import { DomainError } from '../errors/domain-error.js';
import type { WebRequest } from './request.js';

/**
 * The bytes of a body that no parser has read yet (see bodies.ts), for a route that first looks who asks.
 * @param limit how many bytes it may be
 * @throws DomainError 'unsupported-type' for a body of another type, or 'body-too-large'
 */
export async function readUnreadBody(request: WebRequest, type: string, limit: number): Promise<Buffer> {
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== type)
    throw new DomainError('unsupported-type');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new DomainError('body-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
