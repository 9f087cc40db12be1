import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../shared/actor.js';
import type { Locale } from '../../shared/locale.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the guard has found out who asks; null for a visitor. */
    actor: Actor | null;
    locale: Locale;
  }
}

export type WebRequest = FastifyRequest;
export type WebReply = FastifyReply;

/** Whether the request is for the JSON API, whose answers and errors are documents and not pages; `/api` itself is a page. */
export function isApi({ url }: { url: string }): boolean {
  if (url.startsWith('/api/')) return true;
  // The router reads '/%61pi/' as '/api/', and so must this.
  return url.includes('%') && decodeURI(url.split('?')[0]!).startsWith('/api/');
}
