import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { endAll, start } from '../support/processes.js';
import { startS3, type S3 } from '../support/s3.js';

let database: TestDatabase;
let silent: Server;

beforeAll(async () => {
  database = await cloneDatabase();
  // Takes connections and says nothing, as a server behind a broken firewall does.
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(async () => {
  await endAll();
  silent.close();
  await database.drop();
});

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const silentPort = () => (silent.address() as AddressInfo).port;

describe.each(['main.js', 'worker.js'])('%s', (program) => {
  test('says so and ends with an error when nothing listens where PostgreSQL should', async () => {
    const process = start(program, { DATABASE_URL: `postgres://x:y@127.0.0.1:${await deadPort()}/leerlijn` });
    expect(await process.ended).toBe(1);
    expect(process.output()).toContain('ECONNREFUSED');
  });

  test('ends with an error when PostgreSQL takes the connection and never answers', async () => {
    const process = start(program, { DATABASE_URL: `postgres://x:y@127.0.0.1:${silentPort()}/leerlijn` });
    expect(await process.ended).toBe(1);
    expect(process.output()).toContain('timeout');
  });

  test('names every fault of its configuration at once', async () => {
    const process = start(program, { DATABASE_URL: 'mysql://x', PORT: '99999', SMTP_URL: 'geen-url' });
    expect(await process.ended).toBe(1);
    for (const name of ['DATABASE_URL', 'PORT', 'SMTP_URL']) expect(process.output()).toContain(name);
  });

  test('names what is missing of a bucket for documents', async () => {
    const process = start(program, { DATABASE_URL: database.url, FILES_S3_BUCKET: 'documenten' });
    expect(await process.ended).toBe(1);
    for (const name of ['FILES_S3_REGION', 'FILES_S3_KEY', 'FILES_S3_SECRET'])
      expect(process.output()).toContain(`${name}: needed with FILES_S3_BUCKET`);
  });

  test('says that documents cannot be written where a file is in the way of their folder', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'leerlijn-way-')), 'documenten');
    await writeFile(file, '');
    const process = start(program, { DATABASE_URL: database.url, FILES_FOLDER: file });
    expect(await process.ended).toBe(1);
    expect(process.output()).toContain(`FILES_FOLDER: documents cannot be written in ${file}`);
    await rm(dirname(file), { recursive: true });
  });
});

describe('with documents in a bucket', () => {
  let s3: S3;

  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(() => s3.remove());

  test.each([
    [{ FILES_S3_BUCKET: 'een-andere' }, 'bucket een-andere: NoSuchBucket'],
    [{ FILES_S3_KEY: 'van-iemand-anders' }, 'InvalidAccessKeyId'],
    [{ FILES_S3_SECRET: 'geraden' }, 'SignatureDoesNotMatch'],
  ])('web says what is wrong with %j', async (wrong, told) => {
    const process = start('main.js', { DATABASE_URL: database.url, ...s3.env, ...wrong });
    expect(await process.ended).toBe(1);
    expect(process.output()).toContain(told);
  });

  test('web starts, and says so, while the service does not answer: what needs no document goes on', async () => {
    const FILES_S3_ENDPOINT = `http://127.0.0.1:${await deadPort()}`;
    const process = start('main.js', { DATABASE_URL: database.url, ...s3.env, FILES_S3_ENDPOINT });
    await process.says('listening');
    expect(process.output()).toContain('ECONNREFUSED');
    process.kill('SIGTERM');
    expect(await process.ended).toBe(0);
  });
});

test('a worker ends with an error when nothing listens where Redis should', async () => {
  const worker = start('worker.js', {
    DATABASE_URL: database.url,
    REDIS_URL: `redis://127.0.0.1:${await deadPort()}`,
  });
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain('could not be reached');
});

test('a worker ends with an error when Redis takes the connection and never answers', async () => {
  const worker = start('worker.js', {
    DATABASE_URL: database.url,
    REDIS_URL: `redis://127.0.0.1:${silentPort()}`,
  });
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain('could not be reached');
});

test.each([
  ['main.js', 'listening'],
  ['worker.js', '"working"'],
])('%s ends by itself with exit code 0 on SIGTERM', async (program, ready) => {
  const process = start(program, { DATABASE_URL: database.url });
  await process.says(ready);
  process.kill('SIGTERM');
  expect(await process.ended).toBe(0);
});
