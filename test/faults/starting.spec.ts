import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { endAll, start } from '../support/processes.js';

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
