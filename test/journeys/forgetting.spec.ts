import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient } from '../support/client.js';
import { importSettings } from '../support/imports.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

const BEFORE = '2026-09-01T08:00:00Z';
const LATE = 'Kind in het ziekenhuis.';
const OVERRIDE = 'Gaf deze training bij de vorige werkgever.';
const EDUCATION = 'Opleiding bij de politieacademie, diploma 1234.';
const GUEST = { name: 'Gerda Gastvoorbeeld', organisation: 'Sprekersbureau' };
const GONE = '(verwijderd omdat de bewaartijd voorbij is)';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let email: string;

beforeAll(async () => {
  app = await startApp({ at: BEFORE });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  email = account.email;
  coordinator = await apiClient(app, region.id, account.id);
  await app.database.owner.query("update course set entry_level = 'basic'");
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(BEFORE));

/** A session with a guest, and with someone who came in without the level and gave the seat up too late. */
async function session(date: string) {
  const sessionId = await createSession(app.database, region, { date });
  await app.database.owner.query("update session set cancel_until = '2026-08-31' where id = $1", [sessionId]);
  const { id: professionalId } = await createProfessional(app.database, region, 'Almere', 'Noor Kan Niet');
  const given = { professionalId, entryOverrideReason: OVERRIDE };
  const { id } = (await coordinator.post(`/sessions/${sessionId}/enrolments`, given)).json();
  const enrolmentId = String(id);
  await coordinator.post(`/sessions/${sessionId}/guests`, GUEST);
  await coordinator.post(`/enrolments/${enrolmentId}/cancellation`, { reason: LATE });
  return { sessionId, enrolmentId, professionalId };
}

async function recognise(professionalId: string): Promise<void> {
  await coordinator.post('/recognitions', { professionalId, level: 'basic', basis: EDUCATION });
}

async function forgetAt(moment: Date): Promise<void> {
  app.clock.set(moment);
  await app.recur('enrolment.forget-reasons');
  await app.recur('enrolment.forget-guest-names');
}

async function row(statement: string, id: string): Promise<object> {
  return (await app.database.owner.query<object>(statement, [id])).rows[0]!;
}
const reasonsOf = (id: string) =>
  row(
    `select status, still_charged, cancel_reason, cancel_reason_forgotten cancel_forgotten,
       entry_override_reason, entry_override_forgotten override_forgotten from enrolment where id = $1`,
    id,
  );
const guestOf = (sessionId: string) =>
  row(
    `select g.name, g.organisation, s.seats_taken from session_guest g join session s on s.id = g.session_id
     where s.id = $1`,
    sessionId,
  );

const justBefore = (moment: Date) => new Date(moment.getTime() - 1);
const kept = { cancel_reason: LATE, entry_override_reason: OVERRIDE };
const marks = {
  ...{ status: 'cancelled', still_charged: true, cancel_reason: null, cancel_forgotten: true },
  ...{ entry_override_reason: null, override_forgotten: true },
};

test('a year after the last part reasons and names are gone; that they were there, who pays and which seats are taken stays', async () => {
  const { sessionId, enrolmentId } = await session('2026-11-12');
  const end = new Date('2027-11-12T16:00:00Z');
  await forgetAt(justBefore(end));
  expect([await reasonsOf(enrolmentId), await guestOf(sessionId)]).toEqual([
    expect.objectContaining(kept),
    { ...GUEST, seats_taken: 1 },
  ]);
  await forgetAt(end);
  await forgetAt(end);
  expect([await reasonsOf(enrolmentId), await guestOf(sessionId)]).toEqual([
    marks,
    { ...GUEST, name: null, seats_taken: 1 },
  ]);
});

test('the lists of the session then say that there was a reason and a guest, and not what and who', async () => {
  const { sessionId } = await session('2026-11-13');
  await forgetAt(new Date('2028-01-01T08:00:00Z'));
  const screen = await signIn(app, email);
  const roster = (await screen.get(`/sessions/${sessionId}/participants?status=cancelled`)).text;
  for (const note of [
    `toegelaten zonder het instapniveau: ${GONE}`,
    `reden: ${GONE}`,
    'telt nog mee in de kosten',
  ])
    expect(roster).toContain(note);
  expect((await screen.get(`/sessions/${sessionId}/guests`)).text).toMatch(
    /bewaartijd voorbij is\)[^]*Sprekersbureau/,
  );
});

test('a recognition lets people in for as long as it is valid, a year after it lost its text too', async () => {
  const { id } = await createProfessional(app.database, region, 'Almere', 'Rik Erkend');
  await recognise(id);
  const listed = async () =>
    ((await (await apiClientNow()).get('/recognitions?q=Erkend')).json()['items'] as object[])[0]!;
  await forgetAt(justBefore(new Date('2027-09-01T08:00:00Z')));
  expect(await listed()).toMatchObject({ level: 'basic', basis: EDUCATION });
  await forgetAt(new Date('2027-09-01T08:00:00Z'));
  expect(await listed()).toMatchObject({ level: 'basic', basis: null });
  const later = await createSession(app.database, region, { date: '2027-10-12' });
  const answer = await (await apiClientNow()).post(`/sessions/${later}/enrolments`, { professionalId: id });
  expect(answer.status).toBe(201);
});

test('the region says in its file how long, apart for reasons and for names', async () => {
  const { sessionId, enrolmentId } = await session('2026-11-16');
  const file = (reasons: string, names: string) =>
    importSettings(app, region.id, { redenen_bewaren_maanden: reasons, gastnamen_bewaren_maanden: names });
  await file('1', '3');
  await forgetAt(new Date('2026-12-16T16:00:00Z'));
  expect([await reasonsOf(enrolmentId), await guestOf(sessionId)]).toEqual([
    marks,
    { ...GUEST, seats_taken: 1 },
  ]);
  await forgetAt(new Date('2027-02-16T16:00:00Z'));
  expect(await guestOf(sessionId)).toMatchObject({ name: null });
  await file('12', '12');
});

test('the trail tells that texts were deleted and how many, and holds none of them', async () => {
  const { sessionId, professionalId } = await session('2026-11-17');
  await recognise(professionalId);
  await forgetAt(new Date('2028-01-01T08:00:00Z'));
  const { rows } = await app.database.owner.query(
    "select action, role, after from audit_entry where subject_id = $1 and action like 'forget%' order by id",
    [sessionId],
  );
  expect(rows).toEqual([
    { action: 'forgetReasons', role: 'system', after: { count: 1 } },
    { action: 'forgetGuestNames', role: 'system', after: { count: 1 } },
  ]);
  for (const table of [
    'audit_entry',
    'outbox',
    'job',
    'message',
    'idempotency_key',
    'enrolment',
    'recognition',
    'session_guest',
  ]) {
    const { rowCount } = await app.database.owner.query(
      `select from ${table} r where r::text ~ 'ziekenhuis|vorige werkgever|politieacademie|Gastvoorbeeld'`,
    );
    expect([table, rowCount]).toEqual([table, 0]);
  }
});

/** A key made at the time that is set: one of a year ago has expired. */
async function apiClientNow(): Promise<ApiClient> {
  const account = await createAccount(app.database, region, 'coordinator');
  return apiClient(app, region.id, account.id);
}
