import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { hasCode, ignoring } from '../errors/ignoring.js';

/** Who runs in a data folder; no address yet while it is starting. */
const running = z.object({ pid: z.number(), url: z.string().nullable(), since: z.number() });
type Running = z.infer<typeof running>;

const LONGEST_START_MS = 10 * 60_000;
const LONGEST_GOODBYE_MS = 15_000;

const fileIn = (dataFolder: string) => path.join(dataFolder, 'running.json');

/**
 * Claims the data folder for this process. Answers who has it already, or null when it is now ours.
 * A claim left by a killed start does not count; what it had started is given time to end.
 */
export async function claim(dataFolder: string): Promise<Running | null> {
  const file = fileIn(dataFolder);
  const mine = await writeBeside(file, null);
  try {
    for (;;) {
      try {
        // A link is made at once and fails when the name exists: no moment with half a file.
        await link(mine, file);
        return null;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      const other = await readClaim(file);
      if (other && (await isAlive(other))) return other;
      await rm(file, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Tells the next start where this one can be found. */
export async function announce(dataFolder: string, url: string): Promise<void> {
  const file = fileIn(dataFolder);
  await rename(await writeBeside(file, url), file);
}

export async function release(dataFolder: string): Promise<void> {
  await rm(fileIn(dataFolder), { force: true });
}

/** Whether the process behind this address answers. */
export async function answers(url: string, page: '/healthz' | '/readyz'): Promise<boolean> {
  try {
    const response = await fetch(new URL(page, url), { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    // Refused, reset or too late: no answer, which is what was asked.
    return false;
  }
}

async function writeBeside(file: string, url: string | null): Promise<string> {
  const content: Running = { pid: process.pid, url, since: Date.now() };
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, JSON.stringify(content));
  return beside;
}

async function readClaim(file: string): Promise<Running | undefined> {
  const text = await readFile(file, 'utf8').catch(ignoring('ENOENT'));
  return text === undefined ? undefined : running.parse(JSON.parse(text));
}

/** The number alone proves nothing: after a restart of the machine another program may have it. */
async function isAlive({ pid, url, since }: Running): Promise<boolean> {
  const exists = pid !== process.pid && isProcess(pid);
  if (url === null) return exists && Date.now() - since < LONGEST_START_MS;
  if (exists) return answers(url, '/healthz');
  for (let waited = 0; waited < LONGEST_GOODBYE_MS && (await answers(url, '/healthz')); waited += 200) {
    await delay(200);
  }
  return false;
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
