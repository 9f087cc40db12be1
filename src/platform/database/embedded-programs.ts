import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { ServerAccount } from './embedded-account.js';
import type { PostgresBinaries } from './embedded-binaries.js';

/** One cluster, the programs that work on it, and the account they run under (undefined: ourselves). */
export interface Installation extends PostgresBinaries {
  readonly account: ServerAccount | undefined;
  /** Folder with the cluster, its password and its log. */
  readonly home: string;
  readonly cluster: string;
}

/** Runs a PostgreSQL program to its end; a failure tells what it said and the last lines of the server's log. */
export async function run(installation: Installation, program: string, args: string[]): Promise<void> {
  const { account, home } = installation;
  // The server inherits this environment: nothing of ours belongs in it, and PG* names would redirect it.
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const child = spawn(program, args, { ...account, cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  const name = [path.basename(program), args[0]].join(' ');
  throw new Error(
    `PostgreSQL: "${name}" failed (${code ?? 'killed'}).\n${said.trim()}${await lastLines(installation)}`,
  );
}

/** The end of the server's log, to add to an error; empty when there is none. */
export async function lastLines({ home }: Installation): Promise<string> {
  const file = path.join(home, 'postgres.log');
  const log = await readFile(file, 'utf8').catch(() => '');
  return log ? `\nLast lines of ${file}:\n${log.trimEnd().split('\n').slice(-10).join('\n')}` : '';
}

/** A port of 127.0.0.1 that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
