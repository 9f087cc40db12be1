import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { ApiClient } from '../support/client.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { endAll, start, until, type Running } from '../support/processes.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

let postgres: OwnPostgres;
let web: Running;
let region: TestRegion;
let coordinator: ApiClient;
let sessionId: string;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  region = await createRegion(postgres);
  const account = await createAccount(postgres, region, 'coordinator');
  const key = randomBytes(32).toString('base64url');
  await postgres.owner.query(
    "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, now(), '2099-01-01')",
    [newId(), region.id, account.id, createHash('sha256').update(key).digest('base64url')],
  );
  sessionId = await createSession(postgres, region, { capacity: 10, date: '2098-11-12' });
  web = start('main.js', { DATABASE_URL: postgres.url });
  await web.says('listening');
  const address = /"address":"([^"]+)"/.exec(web.output())![1]!;
  coordinator = new ApiClient(address, key);
}, 120_000);
afterAll(async () => {
  await endAll();
  await postgres.drop();
});

async function saved(): Promise<{ enrolments: number; taken: number; facts: number; audited: number }> {
  const { rows } = await postgres.owner.query<{
    enrolments: number;
    taken: number;
    facts: number;
    audited: number;
  }>(
    `select (select count(*)::int from enrolment) enrolments, (select seats_taken from session where id = $1) taken,
       (select count(*)::int from outbox) facts, (select count(*)::int from audit_entry where action = 'enrol') audited`,
    [sessionId],
  );
  return rows[0]!;
}

const enrol = (professionalId: string) =>
  coordinator.post(`/sessions/${sessionId}/enrolments`, { professionalId });

/** An enrolment stops at the audit trail, its last step but one: everything is written and nothing committed. */
async function enrolAndHold(professionalId: string) {
  const holder = await postgres.owner.connect();
  await holder.query('begin');
  await holder.query('lock table audit_entry in access exclusive mode');
  const answer = enrol(professionalId);
  await until('the enrolment waits', async () => {
    const { rows } = await postgres.owner.query(
      "select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'leerlijn'",
    );
    return rows.length > 0;
  });
  return { answer, holder };
}

test('PostgreSQL killed in the middle of an enrolment: nothing is half saved, and the same request then succeeds', async () => {
  const { id } = await createProfessional(postgres, region, 'Almere');
  const before = await saved();
  const { answer, holder } = await enrolAndHold(id);
  holder.on('error', () => undefined);
  await postgres.kill();
  const refused = await answer;
  holder.release(true);
  expect(refused.status).toBe(500);
  expect(refused.type).toContain('application/problem+json');
  await postgres.startAgain();
  expect(await saved()).toEqual(before);
  await until('the web process has its connections again', async () => (await enrol(id)).status !== 500);
  expect(await saved()).toEqual({ enrolments: 1, taken: 1, facts: before.facts + 1, audited: 1 });
}, 120_000);

test('what was answered with yes is still there after PostgreSQL was killed', async () => {
  const before = await saved();
  const { id } = await createProfessional(postgres, region, 'Urk');
  expect((await enrol(id)).status).toBe(201);
  await postgres.kill();
  await postgres.startAgain();
  expect(await saved()).toEqual({
    enrolments: before.enrolments + 1,
    taken: before.taken + 1,
    facts: before.facts + 1,
    audited: before.audited + 1,
  });
}, 120_000);

test('a web process that is asked to stop first answers what it has in hand', async () => {
  const { id } = await createProfessional(postgres, region, 'Dronten');
  await until(
    'the web process has its connections again',
    async () => (await coordinator.get('/openapi.json')).status < 500,
  );
  const held = await enrolAndHold(id);
  web.kill('SIGTERM');
  await held.holder.query('rollback');
  held.holder.release();
  expect((await held.answer).status).toBe(201);
  await web.ended;
}, 120_000);
