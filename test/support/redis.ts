import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { isHere } from './programs.js';

/** Whether Redis can be tested here: with the server of REDIS_URL, or with a redis-server on the PATH. */
export const redisIsHere = isHere(
  'redis-server',
  process.env.REDIS_URL !== undefined || spawnSync('redis-server', ['--version']).status === 0,
);

/** A Redis for one test file: that of REDIS_URL, or a server of its own that keeps nothing on disk. */
export async function startRedis(): Promise<{ readonly url: string; stop(): Promise<void> | void }> {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => undefined };
  return startRedisAt(await freePort());
}

/** A server of its own, that is stopped and started again at the same port. */
export async function startRedisAt(port: number): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const text of server.stdout) if (String(text).includes('Ready to accept')) break;
  const stop = async () => {
    const exit = once(server, 'exit');
    server.kill();
    await exit;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
