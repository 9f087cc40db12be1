import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFolderOf } from './database.js';

/** One of our own processes, started as in production. */
export interface Running {
  readonly pid: number;
  /** What it has written so far. */
  output(): string;
  /** Resolves when it has written this text; rejects when it ends first. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Starts a program of this build: 'main.js' or 'worker.js'. */
export function start(program: string, env: Record<string, string>): Running {
  const FILES_FOLDER = filesFolderOf(env['DATABASE_URL']!);
  folders.add(FILES_FOLDER);
  const { PATH, TEST_BUILD } = process.env;
  const child = spawn(process.execPath, [join(TEST_BUILD!, program)], {
    env: { PATH, LOCAL_MODE: 'true', HOST: '127.0.0.1', PORT: '0', FILES_FOLDER, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    pid: child.pid!,
    output: () => text,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!text.includes(wanted)) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
        void ended.then((code) =>
          reject(new Error(`${program} ended (${code}) before it said '${wanted}':\n${text}`)),
        );
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** Ends whatever a test left running, and removes the documents that it stored. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }),
  );
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

/** Looks again and again, as fast as the database answers, until it is so; fails after the time given. */
export async function until(what: string, look: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
