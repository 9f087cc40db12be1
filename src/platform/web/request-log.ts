import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

const WATCHED = new Set(['/healthz', '/readyz', '/metrics']);

/** One line per request, once it is answered; the questions of what watches over the processes are not told. */
export class RequestLog extends LogController {
  constructor() {
    super({ disableRequestLogging: ({ url }) => WATCHED.has(url) });
  }

  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    if (this.isLogDisabled(request)) return;
    const line = { req: request, res: reply, responseTime: reply.elapsedTime };
    if (error) reply.log.error({ ...line, err: error }, 'request errored');
    else reply.log.info(line, 'request completed');
  }
}
