import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { localeFrom } from '../i18n/locale.js';
import { Arrivals } from './arrivals.js';
import { publicFolder } from './assets.js';
import { readBodies } from './bodies.js';
import { isApi, type WebRequest } from './request.js';
import { RequestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { readableUrl, refuseUnreadable } from './unreadable-requests.js';

const MEGABYTE = 1024 * 1024;
/** The largest file an import or an attachment may be, in bytes. */
export const MAX_UPLOAD = 10 * MEGABYTE;
export const LANGUAGE_COOKIE = 'language';
/** What Node takes as the first line and the headers of a request together, in bytes. */
const LONGEST_URL = 16 * 1024;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The HTTP server below Nest: limits, and a log that knows no personal data. */
export function fastifyAdapter(config: Config, log: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log,
    logController: new RequestLog(),
    bodyLimit: MEGABYTE,
    trustProxy: config.trustedProxy ?? false,
    genReqId: () => randomUUID().slice(-12),
    forceCloseConnections: 'idle',
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    // As long as a URL can be: what is too long is for the schema of the route to refuse, like all that names nothing.
    routerOptions: { maxParamLength: LONGEST_URL },
    clientErrorHandler: refuseUnreadable,
  });
}

/** What stands before every route: headers, cookies, bodies, the reader's language, and the refusal of other sites. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(cookie);
  readBodies(app, MEGABYTE);
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD, files: 1, fields: 20 } });
  await app.register(rateLimit, { global: false });
  await app.register(fastifyStatic, {
    root: publicFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('actor', null);
  fastify.decorateRequest('locale', 'nl');
  const headers = securityHeaders(config.publicUrl.startsWith('https:'));
  const arrivals = new Arrivals();
  // Hooks that wait for nothing are no promises: every request goes through them.
  fastify.addHook('onRequest', (_request, _reply, next) => arrivals.letIn(next));
  fastify.addHook('onRequest', (request: WebRequest, reply, next) => {
    reply.headers(headers);
    request.locale = localeFrom(request.headers['accept-language'], request.cookies[LANGUAGE_COOKIE]);
    next(isFromOtherSite(request) ? new DomainError('cross-site') : undefined);
  });
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
  });
  fastify.addHook('onSend', (request, reply, payload, next) => {
    // A connection kept open for a next request would keep a process alive that has been asked to stop.
    if (closing) reply.header('connection', 'close');
    if (isApi(request)) reply.header('API-Version', '1.0.0');
    next(null, payload);
  });
}

/**
 * A form of another site must not act for a reader who is signed in. Browsers say where a request comes from
 * (Sec-Fetch-Site, and Origin in older ones); the API does not use cookies and needs no such check.
 */
function isFromOtherSite(request: WebRequest): boolean {
  if (SAFE_METHODS.has(request.method) || isApi(request)) return false;
  const site = request.headers['sec-fetch-site'];
  return typeof site === 'string' ? site !== 'same-origin' && site !== 'none' : !fromOwnOrigin(request);
}

function fromOwnOrigin({ headers }: WebRequest): boolean {
  if (!headers.origin) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
