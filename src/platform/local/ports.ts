import { once } from 'node:events';
import { createServer } from 'node:net';

const FIRST = 3000;
const LAST = 3099;

/** The port to serve on: the chosen one, or else the first free one from 3000; undefined when there is none. */
export async function servingPort(host: string, chosen: number | null): Promise<number | undefined> {
  if (chosen !== null) return (await isFree(host, chosen)) ? chosen : undefined;
  for (let port = FIRST; port <= LAST; port += 1) {
    if (await isFree(host, port)) return port;
  }
  return undefined;
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    // Taken, or not ours to take: either way this port cannot be used.
    return false;
  } finally {
    server.close();
  }
}
