import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

// As the image starts web.
const NODE_OPTIONS = ['--max-semi-space-size=128', '--min-semi-space-size=128'];

/** A program of this folder in a process of its own, that tells its address when it listens. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startServer(program: string, env: Record<string, string>): Promise<Server> {
  const child = spawn(
    process.execPath,
    [
      ...NODE_OPTIONS,
      '--import',
      join(import.meta.dirname, 'typescript.mjs'),
      join(import.meta.dirname, program),
    ],
    {
      env: { PATH: process.env['PATH'], ...env },
      // The log of the product is written, and thrown away.
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    },
  );
  const address = createInterface(child.stdio[3] as NodeJS.ReadableStream);
  const [line] = (await Promise.race([
    once(address, 'line'),
    once(child, 'exit').then(() => {
      throw new Error(`${program} ended before it listened`);
    }),
  ])) as [string];
  return {
    url: line,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
