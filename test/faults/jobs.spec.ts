import { Redis } from 'ioredis';
import { newId } from '../../src/shared/ids.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { endAll, start, until } from '../support/processes.js';
import { redisIsHere, startRedis } from '../support/redis.js';
import { startMailServer, type MailServer } from '../support/smtp.js';
import { createRegion, type TestRegion } from '../support/region.js';

const MESSAGES = 60;

let redis: Awaited<ReturnType<typeof startRedis>> | null = null;

let database: TestDatabase;
let mail: MailServer;
let region: TestRegion;

beforeAll(async () => {
  redis = redisIsHere ? await startRedis() : null;
});
afterAll(() => redis?.stop());

beforeEach(async () => {
  database = await cloneDatabase();
  region = await createRegion(database);
  mail = await startMailServer();
  await emptyRedis();
});
afterEach(async () => {
  await endAll();
  await mail.stop();
  await database.drop();
});

async function emptyRedis(): Promise<void> {
  if (!redis) return;
  const client = new Redis(redis.url);
  await client.flushall();
  client.disconnect();
}

type Backend = 'PostgreSQL' | 'Redis';

const worker = (backend: Backend) =>
  start('worker.js', {
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    ...(backend === 'Redis' ? { REDIS_URL: redis!.url } : {}),
  });

async function queueMessages(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const id = newId();
    await database.owner.query(
      `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
       values ($1, $2, $3, 'test', 'test', 'nl', 'Voorbeeld', $4, 'Onderwerp', 'Tekst', '<p>Tekst</p>', false, 'queued', now(), now())`,
      [id, region.id, `test:${id}`, `persoon-${i}@example.nl`],
    );
    await database.owner.query(
      "insert into outbox (fact, payload, created_at) values ('message.queued', $1, now())",
      [{ messageId: id }],
    );
  }
}

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await database.owner.query<{ status: string; n: number }>(
    'select status, count(*)::int n from message group by 1',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

const allSent = async () => (await statuses()).sent === MESSAGES;

// Without a redis-server on the PATH and without REDIS_URL these are reported as skipped, by name.
const onBackend = (backend: Backend) => (backend === 'Redis' && !redisIsHere ? test.skip : test);

describe.each<Backend>(['PostgreSQL', 'Redis'])('with the queue on %s', (backend) => {
  const test = onBackend(backend);

  test('two workers together send each mail once', async () => {
    await queueMessages(MESSAGES);
    worker(backend);
    worker(backend);
    await until('all mail sent', allSent);
    expect(new Set(mail.accepted.map(({ messageId }) => messageId)).size).toBe(MESSAGES);
    expect(mail.accepted).toHaveLength(MESSAGES);
  }, 60_000);

  test('a worker that is asked to stop finishes the mail in hand, marks it, and leaves the rest to another', async () => {
    await queueMessages(MESSAGES);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let reached = false;
    mail.before = (step) => {
      if (step !== 'accept') return undefined;
      reached = true;
      return held;
    };
    const asked = worker(backend);
    await until('the mail is being sent', async () => reached);
    asked.kill('SIGTERM');
    letGo();
    await asked.ended;
    const { sent, ...left } = await statuses();
    expect(sent).toBe(mail.accepted.length);
    expect(left).toEqual({ queued: MESSAGES - sent! });
  }, 60_000);
});
