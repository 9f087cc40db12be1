import { startApp, type TestApp } from '../support/app.js';
import { apiClient, type ApiClient } from '../support/client.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let api: ApiClient;
let other: ApiClient;
let path: string;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  api = await apiClient(app, region.id, (await createAccount(app.database, region, 'coordinator')).id);
  other = await apiClient(app, region.id, (await createAccount(app.database, region, 'coordinator')).id);
  path = `/sessions/${await createSession(app.database, region, { capacity: 50 })}/enrolments`;
});
afterAll(() => app.stop());

const person = async () => ({ professionalId: (await createProfessional(app.database, region, 'Urk')).id });
const withKey = (key: string) => ({ 'idempotency-key': key });

async function enrolments(): Promise<number> {
  const { rows } = await app.database.owner.query<{ count: number }>('select count(*)::int from enrolment');
  return rows[0]!.count;
}

test('a request that is repeated gets the same answer and is done once', async () => {
  const body = await person();
  const first = await api.post(path, body, withKey('again'));
  const before = await enrolments();
  const second = await api.post(path, body, withKey('again'));
  expect([second.status, second.json()]).toEqual([first.status, first.json()]);
  expect([first.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  expect(await enrolments()).toBe(before);
});

test('a key of another request is refused', async () => {
  await api.post(path, await person(), withKey('used'));
  const answer = await api.post(path, await person(), withKey('used'));
  expect([answer.status, answer.type]).toEqual([422, 'application/problem+json; charset=utf-8']);
});

test('two clients may use the same key', async () => {
  await api.post(path, await person(), withKey('shared'));
  expect((await other.post(path, await person(), withKey('shared'))).status).toBe(201);
});

test('of ten enrolments at once with one key one is carried out, and all get its answer', async () => {
  const body = await person();
  const before = await enrolments();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.post(path, body, withKey('at-once'))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.json()]))).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(await enrolments()).toBe(before + 1);
});

test('of one key for two sessions at the same moment one is carried out and the other refused', async () => {
  const elsewhere = `/sessions/${await createSession(app.database, region, { capacity: 50 })}/enrolments`;
  const people = [await person(), await person()];
  const before = await enrolments();
  const answers = await Promise.all(
    [path, elsewhere].map((each, index) => api.post(each, people[index], withKey('two'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(await enrolments()).toBe(before + 1);
});

test('an enrolment whose answer cannot be kept is not there either, and the same request can be sent again', async () => {
  const body = await person();
  const before = await enrolments();
  await app.database.owner.query(
    "alter table idempotency_key add constraint nothing_is_kept check (key <> 'not-kept') not valid",
  );
  expect((await api.post(path, body, withKey('not-kept'))).status).toBe(500);
  expect(await enrolments()).toBe(before);
  await app.database.owner.query('alter table idempotency_key drop constraint nothing_is_kept');
  expect((await api.post(path, body, withKey('not-kept'))).status).toBe(201);
});

test('of ten other requests at once with one key one is carried out; the others hear that it is under way', async () => {
  const { id } = (await api.post(path, await person())).json() as { id: string };
  const cancellation = `/enrolments/${id}/cancellation`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.post(cancellation, {}, withKey('cancelled-at-once'))),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);
  expect(statuses).toContain(200);
  expect((await api.post(cancellation, {}, withKey('cancelled-at-once'))).status).toBe(200);
});

test('a refused request leaves its key free', async () => {
  const wrong = await api.post(path, { professionalId: 'nobody' }, withKey('corrected'));
  expect(wrong.status).toBe(400);
  expect((await api.post(path, await person(), withKey('corrected'))).status).toBe(201);
});

test('a key stays taken when the request was done and only keeping its answer failed', async () => {
  const guest = { name: 'Gerda Gastvoorbeeld', organisation: 'Sprekersbureau' };
  const guests = path.replace('enrolments', 'guests');
  await app.database.owner.query(
    `create function fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$;
     create trigger out_of_order before insert or update on idempotency_key for each row
       when (new.key = 'unkept' and new.status is not null) execute function fail()`,
  );
  const first = await api.post(guests, guest, withKey('unkept'));
  await app.database.owner.query('drop function fail cascade');
  const second = await api.post(guests, guest, withKey('unkept'));
  expect([first.status, second.status]).toEqual([500, 409]);
  expect((await api.get(guests)).json().total).toBe(1);
});

test.each(['with space', 'é', 'x'.repeat(201), ''])('the key %p is refused', async (key) => {
  const before = await enrolments();
  // Headers travel as bytes; a client can send any of these.
  const answer = await api.post(path, await person(), withKey(key));
  expect(answer.status).toBe(400);
  expect(await enrolments()).toBe(before);
});

test('a key whose request never ended is free after a minute', async () => {
  const body = await person();
  await app.database.owner.query(
    `insert into idempotency_key (account_id, key, request_hash, created_at)
     select account_id, 'lost', 'any', $1 from idempotency_key limit 1`,
    [app.clock.now()],
  );
  app.clock.advance({ minutes: 2 });
  expect((await api.post(path, body, withKey('lost'))).status).toBe(201);
});

test('answers are forgotten after a day', async () => {
  await api.post(path, await person(), withKey('old'));
  app.clock.advance({ days: 2 });
  await app.recur('idempotency.forget-old');
  const { rows } = await app.database.owner.query('select from idempotency_key');
  expect(rows).toHaveLength(0);
});
