import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';

let scratch: string;
let folder: string;

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'leerlijn-test-'));
  await chmod(scratch, 0o755);
  folder = path.join(scratch, 'postgres');
});

afterEach(async () => {
  await removeEmbeddedPostgres(folder);
  await rm(scratch, { recursive: true });
});

const start = () => startEmbeddedPostgres(folder, { durable: false });

async function ask(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url('postgres') });
  // A server that is killed in a test also ends this connection; the query then tells so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmaster(server: EmbeddedPostgres): Promise<number> {
  const lock = await readFile(path.join(server.folder, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(lock.split('\n')[0]);
}

test('a new data folder gets a server that answers', async () => {
  const server = await start();
  expect(await ask(server, 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('a stopped server keeps its data for the next start', async () => {
  const first = await start();
  await ask(first, 'create table kept as select 7 as number');
  await first.stop();
  expect(await ask(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
});

test('a server that was killed recovers at the next start', async () => {
  const first = await start();
  await ask(first, 'create table kept as select 7 as number');
  process.kill(await postmaster(first), 'SIGKILL');
  expect(await ask(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
});

test('a server that still runs is found instead of started again', async () => {
  const first = await start();
  const second = await start();
  expect(await postmaster(second)).toBe(await postmaster(first));
});

test('half a cluster is thrown away and made again', async () => {
  await mkdir(path.join(folder, 'cluster.new'), { recursive: true });
  await writeFile(path.join(folder, 'cluster.new', 'PG_VERSION'), '18\n');
  expect(await ask(await start(), 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('a lock whose process number now belongs to another program does not stop the start', async () => {
  const first = await start();
  const lock = path.join(first.folder, 'cluster', 'postmaster.pid');
  const lines = (await readFile(lock, 'utf8')).split('\n');
  await first.stop();
  await writeFile(lock, [process.pid, ...lines.slice(1)].join('\n'));
  expect(await ask(await start(), 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('a data folder in a private folder of root works as well', async () => {
  await chmod(scratch, 0o700);
  expect(await ask(await start(), 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('only who knows the password comes in', async () => {
  const server = await start();
  const stranger = new Client({ connectionString: server.url('postgres', 'postgres', 'guess') });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

test('a failed start tells what PostgreSQL said', async () => {
  const server = await start();
  await server.stop();
  await writeFile(path.join(server.folder, 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow('no_such_setting');
});

test('removing takes all data away, wherever it was kept', async () => {
  await chmod(scratch, 0o700);
  const server = await start();
  await removeEmbeddedPostgres(folder);
  await expect(stat(server.folder)).rejects.toThrow('ENOENT');
});
