import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ignoring } from '../errors/ignoring.js';

const LONGEST_STOP_MS = 10_000;

/** A process of ours that writes its log to a file and ends when this process does. */
export interface Child {
  readonly name: string;
  readonly logFile: string;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to stop; kills it when it has not within ten seconds. */
  stop(): Promise<void>;
  kill(): void;
}

/** Starts a Node program; the log of the run before is kept beside the new one as `<name>.log.1`. */
export async function startChild(
  name: string,
  program: string,
  env: NodeJS.ProcessEnv,
  logFolder: string,
): Promise<Child> {
  const logFile = path.join(logFolder, `${name}.log`);
  await mkdir(logFolder, { recursive: true });
  await rename(logFile, `${logFile}.1`).catch(ignoring('ENOENT'));
  const log = await open(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [program], {
    env,
    // In a process group of its own, so that Ctrl-C in the terminal reaches only us and we choose the order.
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  await once(child, 'spawn');
  await log.close();
  const ended = once(child, 'exit').then(() => undefined);
  return { name, logFile, ended, stop: () => stop(child, ended), kill: () => void child.kill('SIGKILL') };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const patience = new AbortController();
  const late = delay(LONGEST_STOP_MS, 'late', { signal: patience.signal }).catch(() => 'stopped');
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  patience.abort();
  await ended;
}

/** The end of a child's log, to show when it failed. */
export async function lastLogLines({ logFile }: Child): Promise<string> {
  const log = await readFile(logFile, 'utf8');
  return log.trimEnd().split('\n').slice(-5).join('\n');
}
