import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { messages } from './messages.js';
import { readLocalEnvironment, type LocalEnvironment } from './platform/config/local-environment.js';
import { migrate } from './platform/database/migrate.js';
import { createTranslator } from './platform/i18n/translator.js';
import { lastLogLines, startChild, type Child } from './platform/local/child.js';
import { eraseLocalDatabase, startLocalDatabase } from './platform/local/local-database.js';
import { whenShellEnds } from './platform/local/parent.js';
import { servingPort } from './platform/local/ports.js';
import type { Role } from './shared/actor.js';
import { openFileStore } from './platform/storage/file-store.js';
import { announce, answers, claim, release } from './platform/local/running.js';

/** Says that it was chosen whether this data folder holds the example. */
const CHOICE_FILE = 'first-start';
const LONGEST_START_MS = 60_000;
const translate = createTranslator(messages)('nl');
const say = (line: string) => void process.stdout.write(`${line}\n`);
const logFolder = (dataFolder: string) => path.join(dataFolder, 'log');

interface SignInLink {
  readonly role: Role;
  readonly url: string;
}

/** A reason not to go on that the reader can do something about; shown without a stack. */
class Refusal extends Error {}

/** Stop was asked (Ctrl-C, SIGTERM, the terminal closed); whatever waits looks here. */
const stopAsked = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopAsked.abort());
whenShellEnds(() => stopAsked.abort());
// A closed terminal cannot be told anything; that must not keep the rest from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** What has to be undone at the end, last made first. */
const undo: (() => Promise<void>)[] = [];

async function start(): Promise<void> {
  const options = readOptions();
  const environment = readLocalEnvironment();
  const { dataFolder } = environment;
  await mkdir(dataFolder, { recursive: true });
  await claimFolder(dataFolder);
  if (options.reset) await reset(environment);
  const databaseUrl = await openDatabase(environment);
  if (stopAsked.signal.aborted) return;
  const { address, env } = await chooseAddress(environment, databaseUrl);
  const children = await startServices(dataFolder, env);
  const links = await prepareExample(dataFolder, env, options.empty);
  await untilReady(address, children);
  await announce(dataFolder, address);
  if (!stopAsked.signal.aborted) sayReady(env.PUBLIC_URL!, links);
  await untilStop(children);
}

function readOptions(): { empty: boolean; reset: boolean } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { empty: flag, reset: flag } }).values;
  } catch (error) {
    throw new Refusal(translate('local.arguments', { reason: (error as Error).message }));
  }
}

async function claimFolder(dataFolder: string): Promise<void> {
  const other = await claim(dataFolder);
  if (other?.url) throw new Refusal(translate('local.running', { url: other.url, pid: other.pid }));
  if (other) throw new Refusal(translate('local.starting', { pid: other.pid }));
  undo.push(() => release(dataFolder));
}

async function reset({ dataFolder, database }: LocalEnvironment): Promise<void> {
  const folder = dataFolder;
  if (database) throw new Refusal(translate('local.reset.otherDatabase'));
  if (!process.stdin.isTTY) throw new Refusal(translate('local.reset.noTerminal', { folder }));
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const { signal } = stopAsked;
  // In this mode the terminal hands Ctrl-C to us as a key, not as a signal.
  terminal.on('SIGINT', () => stopAsked.abort());
  const answer = await terminal
    .question(translate('local.reset.ask', { folder }), { signal })
    .catch(() => '');
  terminal.close();
  if (answer.trim().toLowerCase() !== translate('local.reset.yes')) {
    throw new Refusal(translate('local.reset.kept'));
  }
  await eraseLocalDatabase(dataFolder);
  await rm(path.join(dataFolder, CHOICE_FILE), { force: true });
  await rm(path.join(dataFolder, 'files'), { recursive: true, force: true });
  await rm(logFolder(dataFolder), { recursive: true, force: true });
  say(translate('local.reset.done'));
}

/** Answers the URL for the application, with the schema of this build behind it. */
async function openDatabase({ dataFolder, database, files }: LocalEnvironment): Promise<string> {
  let opened: { url: string; ownerUrl: string | null } | null = database;
  if (!opened) {
    say(translate('local.database.starting'));
    const local = await startLocalDatabase(dataFolder);
    undo.push(() => local.stop());
    if (!local.folder.startsWith(dataFolder)) {
      say(translate('local.database.elsewhere', { folder: dataFolder, elsewhere: local.folder }));
    }
    opened = local;
  }
  if (opened.ownerUrl === null) throw new Refusal(translate('local.ownerNeeded'));
  const { applied } = await migrate(opened.ownerUrl, opened.url, await openFileStore(files));
  if (applied.length > 0) say(translate('local.database.migrated', { count: applied.length }));
  return opened.url;
}

async function chooseAddress(
  environment: LocalEnvironment,
  databaseUrl: string,
): Promise<{ address: string; env: NodeJS.ProcessEnv }> {
  const { host, port: chosen, publicUrl } = environment;
  const port = await servingPort(host, chosen);
  if (port === undefined) {
    throw new Refusal(
      chosen ? translate('local.portTaken', { port: chosen }) : translate('local.noFreePort'),
    );
  }
  const address = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const env = environment.handOn({
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl ?? address,
    HOST: host,
    PORT: String(port),
    LOCAL_MODE: 'true',
  });
  return { address, env };
}

/**
 * Loads the example at the first start, unless it is to begin empty, and answers one sign-in link per role. That the
 * choice was made is noted only afterwards: loading again after a crash changes nothing.
 */
async function prepareExample(
  dataFolder: string,
  env: NodeJS.ProcessEnv,
  empty: boolean,
): Promise<SignInLink[]> {
  const chosen = path.join(dataFolder, CHOICE_FILE);
  const first = !existsSync(chosen);
  const load = first && !empty;
  if (load) say(translate('local.example.loading'));
  const program = path.join(import.meta.dirname, 'local-example.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...(load ? ['--load'] : [])], {
    env,
  });
  if (first) await writeFile(chosen, empty ? 'empty\n' : 'example\n');
  return JSON.parse(stdout) as SignInLink[];
}

function sayReady(url: string, links: readonly SignInLink[]): void {
  say(translate('local.ready', { url }));
  if (links.length === 0) return say(translate('local.noAccounts'));
  say(translate('local.links', { url }));
  const width = Math.max(...links.map(({ role }) => translate(`access.role.${role}`).length));
  for (const { role, url: link } of links)
    say(`  ${translate(`access.role.${role}`).padEnd(width)}  ${link}`);
}

async function startServices(dataFolder: string, env: NodeJS.ProcessEnv): Promise<Child[]> {
  say(translate('local.services.starting'));
  const children: Child[] = [];
  undo.push(async () => void (await Promise.all(children.map((child) => child.stop()))));
  for (const [name, program] of [
    ['web', 'main.js'],
    ['worker', 'worker.js'],
  ] as const) {
    const file = path.join(import.meta.dirname, program);
    children.push(await startChild(name, file, env, logFolder(dataFolder)));
  }
  return children;
}

async function untilReady(address: string, children: Child[]): Promise<void> {
  const deadline = Date.now() + LONGEST_START_MS;
  const ended = firstEnded(children);
  while (!(await answers(address, '/readyz')) && !stopAsked.signal.aborted) {
    const gone = await Promise.race([ended, delay(100, undefined)]);
    if (gone) throw await failure('local.ended', gone);
    const [web] = children;
    if (web && Date.now() > deadline) throw await failure('local.late', web);
  }
}

async function untilStop(children: Child[]): Promise<void> {
  const asked = new Promise<undefined>((resolve) => {
    if (stopAsked.signal.aborted) resolve(undefined);
    stopAsked.signal.addEventListener('abort', () => resolve(undefined));
  });
  const gone = await Promise.race([firstEnded(children), asked]);
  if (gone) throw await failure('local.ended', gone);
  say(translate('local.stopping'));
}

function firstEnded(children: Child[]): Promise<Child> {
  return Promise.race(children.map((child) => child.ended.then(() => child)));
}

async function failure(key: 'local.ended' | 'local.late', child: Child): Promise<Refusal> {
  const { name, logFile: file } = child;
  return new Refusal(translate(key, { name, file, lines: await lastLogLines(child) }));
}

async function stopEverything(): Promise<void> {
  for (const step of undo.reverse()) await step();
}

try {
  await start();
} catch (error) {
  // Ctrl-C in a terminal also hits a PostgreSQL program that is at work, and its failure may be seen before
  // the signal: then it is no news.
  await delay(50);
  if (!stopAsked.signal.aborted) {
    const reason = (error as Error).message;
    process.stderr.write(`${error instanceof Refusal ? reason : translate('local.failed', { reason })}\n`);
    process.exitCode = 1;
  }
}
await stopEverything();
if (stopAsked.signal.aborted) say(translate('local.stopped'));
