import type { RawServerDefault } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '../errors/domain-error.js';

/** Far deeper than any body we read; what walks through a deeper one could run out of stack. */
const DEEPEST = 32;

/** The kinds of body that are read: documents (JSON) and forms, of at most so many bytes, and mail. Others are refused as 415. */
export function readBodies(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  // Fastify reads plain text by itself; no route of ours does.
  fastify.removeContentTypeParser('text/plain');
  // A mail is read by the one route that takes it (unread-body.ts), once it knows who brings it.
  fastify.addContentTypeParser('message/rfc822', (_request, _body, done) => done(null));
  app.useBodyParser<RawServerDefault>('application/json', { bodyLimit }, (request, body: Buffer, done) => {
    const text = body.toString();
    if (isTooDeep(text)) return done(new DomainError('unreadable-body'), undefined);
    return parseJson(request, text, done);
  });
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]+|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
