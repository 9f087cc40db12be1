import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Answer, type ApiClient, type Client } from '../support/client.js';
import { issueCertificate } from '../support/certificates.js';
import { createInterested } from '../support/demand.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import { createGrant } from '../support/grants.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { partFields, quotaFields, type SentForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let screen: Client;
let api: ApiClient;
let path: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  screen = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
  path = `/demand/courses/${region.courses.basic}/session`;
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.owner.query('truncate session, interest cascade');
  await app.database.owner.query(
    "update course set entry_level = null, audience = 'public', once_per_course = false",
  );
});

/** The form of the page, with only when, where and by whom filled in, sent with one of its buttons. */
function sent(then: 'open' | 'schedule', changes: SentForm = {}): SentForm {
  return {
    ...{
      payerMunicipalityId: region.municipalities.Almere,
      capacity: '20',
      minimum: '1',
      priceCents: '2500,00',
    },
    ...partFields(region, 0, '2026-11-12', '09:30', '12:30'),
    ...quotaFields(region, { Almere: 2 }),
    ...{ then, ...changes },
  };
}

async function answered(then: 'open' | 'schedule', changes: SentForm = {}): Promise<string> {
  const answer = await screen.post(path, sent(then, changes));
  if (!answer.location) throw new Error(`Not scheduled: ${answer.status}`);
  await app.work();
  return answer.location.split('/').at(-1)!;
}

const invitationsTo = async (person: TestProfessional) =>
  (await mailsTo(app, person)).filter(({ template }) => template === 'demand-invitation');
const invitedOf = async (...people: TestProfessional[]): Promise<number[]> => {
  const counts: number[] = [];
  for (const person of people) counts.push((await invitationsTo(person)).length);
  return counts;
};

/** A session of one seat that is taken, so that whoever comes next waits. */
async function fullSession(): Promise<string> {
  const session = await createSession(app.database, region, { capacity: 1, date: '2026-10-08' });
  await enrol(app, region, await createProfessional(app.database, region, 'Urk'), session);
  return session;
}

const valueOf = ({ text }: Answer, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1];

test('one button makes the session, opens it and invites those who asked, with a direct link', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const waits = await createProfessional(app.database, region, 'Dronten');
  await enrol(app, region, waits, await fullSession());
  expect((await screen.get(path)).text).toContain('Plan, open de inschrijving en nodig 2 mensen uit');
  const session = await answered('open');
  const [mail] = await invitationsTo(asks);
  expect(mail!.text_body).toContain(`/sessions/${session}`);
  expect(await invitedOf(asks, waits)).toEqual([1, 1]);
  expect((await screen.get(`/sessions/${session}`)).text).toContain(
    '2 mensen zijn uitgenodigd. Daarvan met een plaats: 0.',
  );
});

test('the form is filled in with what follows from the demand', async () => {
  await createGrant(app.database, region, { trainings: { Almere: 2, Dronten: 1 } });
  for (const town of ['Almere', 'Dronten', 'Dronten', 'Urk'] as const)
    await createInterested(app, region, town);
  const page = await screen.get(path);
  expect(valueOf(page, 'capacity')).toBe('20');
  expect(page.text).toContain(`value="${region.municipalities.Dronten}" selected`);
  const reserved = [...page.text.matchAll(/name="quotas\.\d\.seats"(?: value="(\d+)")?/g)].map(
    ([, seats]) => seats,
  );
  expect(reserved).toEqual(['1', '2', undefined, undefined, undefined, undefined]);
});

test('a draft invites nobody until it opens, and says beforehand how many it will', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const session = await answered('schedule');
  expect(await invitedOf(asks)).toEqual([0]);
  expect((await screen.get(`/sessions/${session}`)).text).toContain('krijgt 1 persoon een uitnodiging');
  await screen.post(`/sessions/${session}/opening`);
  await app.work();
  expect(await invitedOf(asks)).toEqual([1]);
});

test('nobody is invited twice, also when the opening is told of twice', async () => {
  const asks = await createInterested(app, region, 'Almere');
  await answered('open');
  const late = await createInterested(app, region, 'Urk');
  await app.database.owner.query(
    "insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = 'session.opened' order by id desc limit 1",
  );
  await app.work();
  expect(await invitedOf(asks, late)).toEqual([1, 0]);
});

test('who has a seat in a session of the course meanwhile is not invited', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const session = await answered('schedule');
  await enrol(app, region, asks, await createSession(app.database, region, { date: '2026-10-08' }));
  await screen.post(`/sessions/${session}/opening`);
  await app.work();
  expect(await invitedOf(asks)).toEqual([0]);
});

test('an invitation lets its reader into a course that one can only follow by invitation', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const stranger = await createProfessional(app.database, region, 'Almere');
  await app.database.owner.query("update course set audience = 'by-invitation'");
  const session = await answered('open');
  await enrol(app, region, asks, session);
  await expect(enrol(app, region, stranger, session)).rejects.toThrow('409');
});

test('to a session for one organisation only its own people are invited', async () => {
  const own = await createInterested(app, region, 'Almere');
  const other = await createInterested(app, region, 'Urk');
  const session = await answered('schedule');
  await app.database.owner.query(
    'update session set organisation_id = (select organisation_id from professional where id = $2) where id = $1',
    [session, own.id],
  );
  await screen.post(`/sessions/${session}/opening`);
  await app.work();
  expect(await invitedOf(own, other)).toEqual([1, 0]);
});

test('a draft that was planned in another way can be made to invite those who ask', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const session = await createSession(app.database, region, { status: 'draft' });
  const shown = await screen.get(`/sessions/${session}`);
  expect(shown.text).toContain('1 persoon wil een datum horen van deze training');
  const marked = await screen.follow(await screen.post(`/sessions/${session}/demand-answer`));
  expect(marked.text).toContain('krijgt 1 persoon een uitnodiging');
  await screen.post(`/sessions/${session}/opening`);
  await app.work();
  expect(await invitedOf(asks)).toEqual([1]);
});

test('an ordinary session that opens invites nobody', async () => {
  const asks = await createInterested(app, region, 'Almere');
  await screen.post(`/sessions/${await createSession(app.database, region, { status: 'draft' })}/opening`);
  await app.work();
  expect(await invitedOf(asks)).toEqual([0]);
});

test('who lacks the certificate that the course asks for is not invited, and is counted as such', async () => {
  await app.database.owner.query("update course set entry_level = 'basic' where id = $1", [
    region.courses.basic,
  ]);
  const has = await createInterested(app, region, 'Almere');
  const lacks = await createInterested(app, region, 'Almere');
  await issueCertificate(app.database, region, has, '2026-06-01');
  expect((await screen.get(path)).text).toContain('1 ander krijgt geen uitnodiging');
  await answered('open');
  expect(await invitedOf(has, lacks)).toEqual([1, 0]);
});

test('who may have one place at a time is advised to change date, and gets the seat by that', async () => {
  await app.database.owner.query('update course set once_per_course = true');
  const waits = await createProfessional(app.database, region, 'Dronten');
  const enrolmentId = await enrol(app, region, waits, await fullSession());
  const sessionId = await answered('open');
  const letter = (await invitationsTo(waits))[0]!.text_body;
  expect(letter).toContain('U hoeft u niet eerst af te melden.');
  expect(letter).toContain(`/enrolments/${enrolmentId}/transfer`);
  const own = await signIn(app, waits.email);
  expect((await own.get(`/enrolments/${enrolmentId}/transfer`)).text).toContain(sessionId);
  const changed = await own.post(`/enrolments/${enrolmentId}/transfer`, { sessionId });
  expect((await own.follow(changed)).text).toContain('12 november 2026');
  const { rows } = await app.database.owner.query(
    "select session_id from enrolment where professional_id = $1 and status = 'confirmed'",
    [waits.id],
  );
  expect(rows).toEqual([{ session_id: sessionId }]);
});

test('who was invited and did not enrol hears once, in their own language, that the session is called off', async () => {
  const asks = await createInterested(app, region, 'Almere');
  const english = await createInterested(app, region, 'Dronten');
  const comes = await createInterested(app, region, 'Urk');
  await app.database.owner.query("update account set locale = 'en' where id = $1", [english.accountId]);
  const session = await answered('open');
  await enrol(app, region, comes, session);
  expect((await screen.get(`/sessions/${session}/cancellation`)).text).toContain(
    'Wie voor deze dag is uitgenodigd',
  );
  await api.post(`/sessions/${session}/cancellation`);
  await app.work();
  await app.database.owner.query(
    "insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = 'session.cancelled' order by id desc limit 1",
  );
  await app.work();
  const calledOff = async (person: TestProfessional) =>
    (await mailsTo(app, person)).filter(({ template }) => template.includes('called-off'));
  expect((await calledOff(asks)).map(({ subject }) => subject)).toEqual([
    'Gaat niet door: Basistraining op donderdag 12 november 2026',
  ]);
  expect((await calledOff(english))[0]!.text_body).toContain('That session is called off.');
  expect(await calledOff(comes)).toHaveLength(0);
  expect((await mailsTo(app, comes)).filter(({ template }) => template === 'session-cancelled')).toHaveLength(
    1,
  );
});

test('a wrong date comes back to be put right, with the demand beside it, and makes nothing', async () => {
  await createInterested(app, region, 'Almere');
  const answer = await screen.post(path, sent('open', { 'parts.0.date': '2026-02-30' }));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('id="error-summary"');
  expect(answer.text).toContain('nodig 1 persoon uit');
  const { rows } = await app.database.owner.query('select from session');
  expect(rows).toHaveLength(0);
});

test('the API proposes a session and lets a draft answer the demand', async () => {
  const asks = await createInterested(app, region, 'Urk');
  const proposal = (await api.get(`/courses/${region.courses.basic}/session-proposal`)).json();
  expect(proposal).toMatchObject({ capacity: 20, toInvite: 1, quotas: [] });
  const session = await createSession(app.database, region, { status: 'draft' });
  expect((await api.post(`/sessions/${session}/demand-answer`)).status).toBe(201);
  await api.post(`/sessions/${session}/opening`);
  await app.work();
  expect(await invitedOf(asks)).toEqual([1]);
});

test('a session that is open already can no longer be made to answer the demand', async () => {
  const session = await createSession(app.database, region);
  expect((await api.post(`/sessions/${session}/demand-answer`)).status).toBe(409);
});
