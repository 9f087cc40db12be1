import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A URL whose path cannot be decoded (`/%ff`) names nothing. With its percent signs escaped it can be, so that it gets
 * the 'not found' that everything else gets which does not exist.
 */
export function readableUrl(url: string): string {
  // HTTP also knows `*` and whole addresses, which are meant for proxies.
  if (!url.startsWith('/')) return readableUrl(`/${url}`);
  try {
    decodeURI(url.split('?')[0] ?? '');
    return url;
  } catch {
    return url.replaceAll('%', '%25');
  }
}

/** What is no HTTP at all has no language and no page to ask for: it gets a bare problem document (RFC 9457). */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const status = statuses[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status];
  const body = JSON.stringify({ type: 'about:blank', title, status });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};
