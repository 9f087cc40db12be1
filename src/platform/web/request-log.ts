import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

/** One line per request, once it is answered; the questions whether the process is well are not told. */
export class RequestLog extends LogController {
  constructor() {
    super({ disableRequestLogging: ({ url }) => url === '/healthz' || url === '/readyz' });
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
