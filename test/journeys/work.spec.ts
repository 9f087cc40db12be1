import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn, type Answer } from '../support/client.js';
import { createAccount, createRegion } from '../support/region.js';
import { redisIsHere, startRedis } from '../support/redis.js';
import { until } from '../support/processes.js';
import { lookIntoQueue, openQueue, openWorker } from '../../src/platform/jobs/queue-backend.js';
import type { Config } from '../../src/platform/config/config.js';

const TOKEN = 'voorbeeld-geheim-van-de-meting';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:10Z', env: { METRICS_TOKEN: TOKEN } });
  const region = await createRegion(app.database);
  client = await signIn(app, (await createAccount(app.database, region, 'administrator')).email);
  await app.work();
});
afterAll(() => app.stop());
beforeEach(() =>
  app.database.owner.query("delete from job; delete from outbox where fact = 'test.happened'"),
);

const readable = ({ text }: Answer) =>
  text
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const pageText = async () => readable(await client.get('/jobs'));
const scrape = (authorization: string, { url } = app) =>
  new Client(url).send('/metrics', { method: 'GET', headers: { authorization } });
/** The value of every figure by its name and labels. */
async function figures(): Promise<Record<string, number>> {
  const { text } = await scrape(`Bearer ${TOKEN}`);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

async function addJob(id: string, status: 'waiting' | 'failed' | 'done', runAt: string): Promise<void> {
  await app.database.owner.query(
    `insert into job (id, name, payload, status, attempts, run_at, created_at, done_at)
     values ($1, 'mail.send-due', '{}', $2, 1, $3, $3, case when $2 = 'done' then $3::timestamptz end)`,
    [id, status, runAt],
  );
}

test('the page and the metrics tell the same of what waits, failed and is done, and how far the outbox lags', async () => {
  await addJob('1_a', 'waiting', '2026-09-01T07:59:00Z');
  await addJob('2_a', 'waiting', '2026-09-01T08:00:00Z');
  await addJob('3_a', 'waiting', '2026-09-01T08:30:00Z');
  await addJob('4_a', 'failed', '2026-09-01T07:00:00Z');
  await addJob('5_a', 'done', '2026-08-31T09:00:00Z');
  await addJob('6_a', 'done', '2026-08-30T09:00:00Z');
  await app.database.owner.query(
    `insert into outbox (fact, payload, created_at)
     values ('test.happened', '{}', '2026-09-01T07:59:55Z'), ('test.happened', '{}', '2026-09-01T08:00:05Z')`,
  );
  expect(await pageText()).toContain(
    'Nu aan de beurt 2 Langst aan de beurt 70 seconden Nu bezig 0 Wachten op een nieuwe poging 1 Mislukt 1 ' +
      'Klaar in de laatste 24 uur 1 Nog niet verdeeld 2 Langst niet verdeeld 15 seconden',
  );
  expect(await figures()).toMatchObject({
    'leerlijn_jobs{state="due"}': 2,
    'leerlijn_jobs{state="postponed"}': 1,
    'leerlijn_jobs{state="failed"}': 1,
    leerlijn_jobs_done_last_day: 1,
    leerlijn_jobs_due_seconds: 70,
    leerlijn_outbox_facts: 2,
    leerlijn_outbox_lag_seconds: 15,
  });
});

test('nothing waits for any time where all is done', async () => {
  await addJob('1_a', 'waiting', '2026-09-01T09:00:00Z');
  expect(await figures()).toMatchObject({ leerlijn_jobs_due_seconds: 0, leerlijn_outbox_lag_seconds: 0 });
});

test('a recurring job has its next turn by the clock, and tells how its last one went', async () => {
  const job = 'reminders.send-due';
  expect(await pageText()).toMatch(
    /Herinneringen \S+ elke minuut 1 september 2026 om 10:01 nog niet geweest/,
  );
  await app.recur(job);
  expect(await pageText()).toMatch(
    /elke minuut \S+ september 2026 om 10:01 1 september 2026 om 10:00 gelukt/,
  );
  const name = (what: string) => `leerlijn_recurring_${what}{job="${job}"}`;
  expect(await figures()).toMatchObject({
    [name('next_run_timestamp_seconds')]: Date.parse('2026-09-01T08:01:00Z') / 1000,
    [name('last_run_timestamp_seconds')]: Date.parse('2026-09-01T08:00:10Z') / 1000,
    [name('last_run_failed')]: 0,
  });
});

test('a recurring job that fails says why, until a turn of it goes well', async () => {
  const { owner } = app.database;
  await owner.query('alter table reminder rename to reminder_elsewhere');
  await expect(app.recur('reminders.send-due')).rejects.toThrow('reminder');
  await owner.query('alter table reminder_elsewhere rename to reminder');
  expect(await pageText()).toContain('mislukt relation &quot;reminder&quot; does not exist');
  expect((await figures())['leerlijn_recurring_last_run_failed{job="reminders.send-due"}']).toBe(1);
  await app.recur('reminders.send-due');
  expect((await figures())['leerlijn_recurring_last_run_failed{job="reminders.send-due"}']).toBe(0);
});

/** Puts two jobs in the queue, of which a worker takes one and holds it while `look` looks. */
async function whileBusy(config: Config, look: () => Promise<void>): Promise<void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const queue = openQueue(config);
  const worker = openWorker(
    config,
    () => held,
    () => undefined,
  );
  try {
    await queue.add('certificates.issue', {}, { removeOnComplete: true });
    await until('a worker is busy', async () => (await lookIntoQueue(config)).running.length === 1);
    await look();
  } finally {
    letGo();
    for (const ends of [worker, queue]) {
      await ends.close();
      // BullMQ does not end a connection to Redis that it was given.
      if (config.redisUrl) await ends.disconnect();
    }
  }
}

test('the page names what a worker is busy with', async () => {
  await whileBusy(app.config, async () => {
    const text = await pageText();
    expect(text).toContain('De wachtrij staat in PostgreSQL.');
    expect(text).toMatch(/Taken waarmee Leerlijn nu bezig is Taak Sinds Certificaten afgeven/);
    expect(await figures()).toMatchObject({
      'leerlijn_queue_up{backend="PostgreSQL"}': 1,
      'leerlijn_queue_jobs{backend="PostgreSQL",state="running"}': 1,
    });
  });
  expect(await pageText()).toContain('Leerlijn is nu met geen taak bezig.');
});

// Without a redis-server on the PATH and without REDIS_URL this is reported as skipped, by name.
const onRedis = redisIsHere ? test : test.skip;
onRedis('what a worker is busy with is found on Redis too', async () => {
  const redis = await startRedis();
  const config = { ...app.config, redisUrl: redis.url };
  await whileBusy(config, async () => {
    const { running } = await lookIntoQueue(config);
    expect(running.map(({ name }) => name)).toEqual(['certificates.issue']);
  });
  await redis.stop();
});

test('a queue that does not answer is told, and the rest is shown', async () => {
  const env = { METRICS_TOKEN: TOKEN, REDIS_URL: 'redis://127.0.0.1:1' };
  const other = await startApp({ database: app.database, env });
  const { text } = await scrape(`Bearer ${TOKEN}`, other);
  await other.stop();
  expect(text).toContain('leerlijn_queue_up{backend="Redis"} 0');
  expect(text).not.toContain('leerlijn_queue_jobs{');
  expect(text).toContain('leerlijn_jobs{state="failed"} 0');
});

test('metrics come as text of Prometheus, and are not kept on the way', async () => {
  const answer = await scrape(`Bearer ${TOKEN}`);
  expect([answer.status, answer.type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  for (const line of answer.text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) leerlijn_\w+ .+|leerlijn_\w+(\{(\w+="[^"\\]*",?)+\})? [\d.]+)$/);
});

test.each(['', 'Bearer ', 'Bearer verkeerd', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN])(
  'with %p there are no metrics',
  async (authorization) => {
    expect((await scrape(authorization)).status).toBe(404);
  },
);

test('without a secret in the settings there are no metrics for anyone', async () => {
  const other = await startApp({ database: app.database });
  const answers = await Promise.all([scrape(`Bearer ${TOKEN}`, other), scrape('Bearer null', other)]);
  await other.stop();
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
