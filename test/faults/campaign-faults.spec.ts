import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { localDateOf } from '../../src/shared/local-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { ApiClient, signIn, type Client } from '../support/client.js';
import { followUpDay } from '../support/follow-up.js';
import { trainPeople } from '../support/many-trained.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { endAll, start, until, type Running } from '../support/processes.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { conversationsDuring } from '../support/statements.js';

const PEOPLE = 1_000;
/** What the issue promises, in milliseconds; it takes a small part of that. */
const PLANNED_WITHIN = 30_000;
/** The tables that writing one batch of invitations touches, in that order: the worker is killed while it waits for each. */
const STEPS = ['follow_up_campaign', 'follow_up_link', 'wording', 'message', 'outbox'];

let postgres: OwnPostgres;
let app: TestApp;
let region: TestRegion;
let screen: Client;
let key: string;
let day: string;

beforeEach(async () => {
  postgres = await startOwnPostgres();
  app = await startApp({ database: postgres, at: new Date().toISOString() });
  region = await createRegion(postgres);
  const coordinator = await createAccount(postgres, region, 'coordinator');
  screen = await signIn(app, coordinator.email);
  key = randomBytes(32).toString('base64url');
  await postgres.owner.query(
    "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, now(), '2099-01-01')",
    [newId(), region.id, coordinator.id, createHash('sha256').update(key).digest('base64url')],
  );
  day = await followUpDay(app, region, { date: '2098-12-03', capacity: PEOPLE });
}, 60_000);
afterEach(async () => {
  await endAll();
  await app.stop();
  await postgres.drop();
});

const plan = () => ({ title: 'Terugkomdagen', trainedFrom: '2024-01-01', trainedUntil: '2026-12-31' });
const campaignOf = (more: object = {}) => ({ ...plan(), sessionIds: [day], ...more });

/** Looks at the preview and presses its button; answers where that leads. */
async function press(): Promise<string> {
  const form = {
    ...{ ...plan(), sessionIds: day, firstOn: localDateOf(app.clock.now()) },
    ...{ waveSize: '', waveDays: '5', remindDays: '5' },
  };
  const { text } = await screen.get(`/follow-up/preview?${new URLSearchParams(form).toString()}`);
  expect(text).toContain(`${PEOPLE} mensen krijgen elk één mail met een uitnodiging.`);
  const id = /name="id" value="([^"]+)"/.exec(text)![1]!;
  const answer = await screen.post('/follow-up', { ...form, id });
  if (answer.status !== 303) throw new Error(`Not launched: ${answer.status} ${answer.text}`);
  return answer.location!;
}

const numberOf = async (sql: string): Promise<number> =>
  (await postgres.owner.query<{ n: number }>(`select count(*)::int n from ${sql}`)).rows[0]!.n;
const invited = () => numberOf('follow_up_invitation where invited_at is not null');

const worker = (): Running => start('worker.js', { DATABASE_URL: postgres.url });

async function kill(victim: Running): Promise<void> {
  victim.kill('SIGKILL');
  await victim.ended;
}

/** Holds a table until someone waits for it, does something then, and lets go. */
async function whileWaitingFor(table: string, work: () => Promise<void>): Promise<void> {
  const holder = await postgres.owner.connect();
  await holder.query('begin');
  await holder.query(`lock table ${table} in access exclusive mode`);
  await until(`someone waits for ${table}`, async () => {
    const { rows } = await postgres.owner.query(
      `select from pg_stat_activity where application_name = 'leerlijn' and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  });
  await work();
  await holder.query('rollback');
  holder.release();
}

/** Lets a worker write some more invitations, and kills it while it waits for a table. */
async function killWaitingFor(table: string): Promise<void> {
  const wanted = (await invited()) + 100;
  const victim = worker();
  await until('some more invitations are written', async () => (await invited()) >= wanted);
  await whileWaitingFor(table, () => kill(victim));
  // What a dead worker had taken is taken up after a while; here that while has passed.
  await postgres.owner.query(
    "update job set woken_at = woken_at - interval '1 hour' where status = 'waiting'",
  );
}

async function expectEachMailedOnce(): Promise<void> {
  const { rows } = await postgres.owner.query<{ mails: number; people: number }>(
    `select mails, count(*)::int people from (
       select count(m.id)::int mails from professional p
       left join message m on m.professional_id = p.id and m.template = 'follow-up-invitation'
       where p.email like 'persoon-%' group by p.id) each group by mails`,
  );
  expect(rows).toEqual([{ mails: 1, people: PEOPLE }]);
}

test('one press plans a thousand invitations at once, and a worker that is killed at each step misses nobody and mails nobody twice', async () => {
  await trainPeople(postgres, region, PEOPLE);
  const begun = performance.now();
  const page = await press();
  expect(performance.now() - begun).toBeLessThan(PLANNED_WITHIN);
  expect(await numberOf('follow_up_invitation')).toBe(PEOPLE);
  // The worker goes by the clock on the wall, and mail leaves from nine in the morning: also before that, it is due here.
  await postgres.owner.query("update follow_up_wave set due_at = due_at - interval '1 day'");
  for (const table of STEPS) await killWaitingFor(table);
  const half = await invited();
  expect(half).toBeLessThan(PEOPLE);
  expect((await screen.get(page)).text).toContain(`${half} van ${PEOPLE} uitnodigingen geschreven`);
  worker();
  await until('everyone is invited', async () => (await invited()) === PEOPLE, 120);
  await expectEachMailedOnce();
}, 300_000);

test('when the web server is killed while it plans, nobody is planned, and the next press plans everyone once', async () => {
  await trainPeople(postgres, region, PEOPLE);
  const web = start('main.js', { DATABASE_URL: postgres.url });
  await web.says('listening');
  const other = new ApiClient(/"address":"([^"]+)"/.exec(web.output())![1]!, key);
  // All invitations are written by then, and nothing is committed.
  const [refused] = await Promise.all([
    other.post('/follow-up-campaigns', campaignOf()).catch(() => 'nobody answered'),
    whileWaitingFor('audit_entry', () => kill(web)),
  ]);
  expect(refused).toBe('nobody answered');
  expect(await numberOf('follow_up_invitation')).toBe(0);
  await press();
  expect(await numberOf('follow_up_invitation')).toBe(PEOPLE);
}, 300_000);

test('ten thousand people are planned with as many statements as ten', async () => {
  const statements = async (people: number) => {
    await postgres.owner.query('truncate follow_up_campaign, certificate, enrolment cascade');
    await postgres.owner.query("delete from professional where email like 'persoon-%'");
    await trainPeople(postgres, region, people);
    const said = await conversationsDuring(async () => {
      const answer = await new ApiClient(app.url, key).post(
        '/follow-up-campaigns',
        campaignOf({ waveSize: 1_000 }),
      );
      expect([answer.status, answer.json()]).toMatchObject([201, { people }]);
    });
    return said.flat().length;
  };
  const few = await statements(10);
  expect(await statements(10_000)).toBe(few);
}, 120_000);
