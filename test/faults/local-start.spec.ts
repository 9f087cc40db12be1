import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { eraseLocalDatabase, startLocalDatabase } from '../../src/platform/local/local-database.js';

const root = path.resolve(import.meta.dirname, '../..');
const READY = /Leerlijn is klaar: (\S+)/;

let scratch: string;
let dataFolder: string;
let started: ChildProcess[];

beforeAll(() => {
  execFileSync(process.execPath, ['bin/prepare.mjs', 'build'], { cwd: root, stdio: 'pipe' });
}, 120_000);

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'leerlijn-test-'));
  await chmod(scratch, 0o755);
  dataFolder = path.join(scratch, 'data');
  started = [];
});

afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await untilNobodyRuns();
  await eraseLocalDatabase(dataFolder);
  await rm(scratch, { recursive: true });
});

function run(program: string, ...options: string[]): ChildProcess {
  const child = spawn(program, options, {
    cwd: root,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

const runLocal = (...options: string[]) => run(process.execPath, 'dist/local.js', ...options);

/** Starts with an empty register and answers the process and the address it says it has. */
async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = runLocal('--empty');
  return { child, address: await addressSaid(child) };
}

async function addressSaid(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line);
    const address = READY.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error(`No address was said, but:\n${said.join('\n')}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}

/** The processes of this data folder: the start itself, web and worker. */
async function servicesRunning(): Promise<number> {
  let count = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // A process that ends while we look is not running.
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (environment.includes(`DATA_FOLDER=${dataFolder}`) && /dist\/(local|main|worker)\.js/.test(command))
      count += 1;
  }
  return count;
}

async function untilNobodyRuns(): Promise<void> {
  while ((await servicesRunning()) > 0) await delay(50);
}

async function queryDatabase(sql: string): Promise<unknown[]> {
  const { ownerUrl } = await startLocalDatabase(dataFolder);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await owner.end();
  }
}

const postmasterLock = () => path.join(dataFolder, 'postgres', 'cluster', 'postmaster.pid');

test('the address that is said serves', async () => {
  const { address } = await start();
  expect((await fetch(new URL('/healthz', address))).status).toBe(200);
});

test('SIGTERM ends with exit code 0', async () => {
  const { child } = await start();
  expect(await end(child, 'SIGTERM')).toBe(0);
});

test('SIGTERM leaves no process behind', async () => {
  const { child } = await start();
  await end(child, 'SIGTERM');
  expect(await servicesRunning()).toBe(0);
});

test('SIGTERM stops the database too', async () => {
  const { child } = await start();
  await end(child, 'SIGTERM');
  await expect(readFile(postmasterLock())).rejects.toThrow('ENOENT');
});

test('SIGTERM for npm, which passes it on to a shell only, stops everything', async () => {
  const npm = run('npm', 'start', '--', '--empty');
  await addressSaid(npm);
  await end(npm, 'SIGTERM');
  await untilNobodyRuns();
  await expect(readFile(postmasterLock())).rejects.toThrow('ENOENT');
});

test('closing the terminal stops the database too', async () => {
  const { child } = await start();
  child.stdout!.destroy();
  await end(child, 'SIGHUP');
  await expect(readFile(postmasterLock())).rejects.toThrow('ENOENT');
});

test('web and worker end by themselves when the start is killed', async () => {
  const { child } = await start();
  await end(child, 'SIGKILL');
  await untilNobodyRuns();
  expect(await servicesRunning()).toBe(0);
});

test('the start after a kill keeps the data', async () => {
  const { child } = await start();
  await queryDatabase('create table kept as select 7 as number');
  await end(child, 'SIGKILL');
  await start();
  expect(await queryDatabase('select number from kept')).toEqual([{ number: 7 }]);
});

test('a second start in the same folder names the address of the first', async () => {
  const { address } = await start();
  const second = runLocal();
  let said = '';
  second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(second, 'close');
  expect(said).toContain(address);
});

test('erasing everything is refused where nobody can be asked', async () => {
  const [code] = (await once(runLocal('--reset'), 'exit')) as [number | null];
  expect(code).toBe(1);
});
