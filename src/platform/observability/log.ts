import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** A token as `newToken` makes it. */
const SECRET = /[\w-]{43}/;

/** The process's own log: JSON lines on stdout. Paths are logged without their query, bodies and addresses never. */
export function openLog(level: string, processName: string): Logger {
  return pino({
    level,
    base: { process: processName },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        // A path may end in a secret (a sign-in link), so only its first two parts are kept, and of a feed less.
        path: request.url.split('?')[0]!.split('/').slice(0, 3).join('/').replace(SECRET, ''),
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  });
}

/** Nest's log lines in the same log. */
export function nestLogger(log: Logger): LoggerService {
  const line =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.filter((part) => typeof part === 'string');
      if (typeof message === 'object' && message !== null) log[level]({ ...message, context });
      else log[level]({ context }, String(message));
    };
  return {
    log: line('info'),
    error: line('error'),
    warn: line('warn'),
    debug: line('debug'),
    verbose: line('debug'),
    fatal: line('fatal'),
  };
}
