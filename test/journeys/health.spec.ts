import { startApp, type TestApp } from '../support/app.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { Client } from '../support/client.js';
import { redisIsHere, startRedis } from '../support/redis.js';

let app: TestApp;
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
  app = await startApp({ database });
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

test('a process that runs says so, without signing in', async () => {
  const answer = await new Client(app.url).get('/healthz');
  expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('a process that can serve says so', async () => {
  const answer = await new Client(app.url).get('/readyz');
  expect([answer.status, answer.json()]).toEqual([
    200,
    { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' },
  ]);
});

test('a process is not ready while a migration of its build is missing', async () => {
  await database.owner.query("update migration set name = 'x' || name where name like '0002%'");
  const answer = await new Client(app.url).get('/readyz');
  await database.owner.query("update migration set name = substr(name, 2) where name like 'x%'");
  expect([answer.status, answer.json()['migrations']]).toEqual([503, 'failed']);
});

test('a process is not ready while its queue cannot be reached', async () => {
  const other = await startApp({ database, env: { REDIS_URL: 'redis://127.0.0.1:1' } });
  const answer = await new Client(other.url).get('/readyz');
  await other.stop();
  expect([answer.status, answer.json()]).toEqual([
    503,
    { status: 'failed', database: 'ok', migrations: 'ok', queue: 'failed' },
  ]);
});

// Without a redis-server on the PATH and without REDIS_URL this is reported as skipped, by name.
const onRedis = redisIsHere ? test : test.skip;
onRedis('a process whose queue lives on Redis is ready when Redis answers', async () => {
  const redis = await startRedis();
  const other = await startApp({ database, env: { REDIS_URL: redis.url } });
  const answer = await new Client(other.url).get('/readyz');
  await other.stop();
  await redis.stop();
  expect([answer.status, answer.json()['queue']]).toEqual([200, 'ok']);
});
