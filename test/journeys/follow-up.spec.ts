import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Client } from '../support/client.js';
import { issueCertificate } from '../support/certificates.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const WINDOW = { trainedFrom: '2024-09-01', trainedUntil: '2026-09-01' };

let app: TestApp;
let region: TestRegion;
let coordinator: { id: string; email: string };
let client: Client;
let noor: TestProfessional;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await createAccount(app.database, region, 'coordinator');
  client = await signIn(app, coordinator.email);
});
afterAll(() => app.stop());
beforeEach(async () => {
  noor = await createProfessional(app.database, region, 'Almere', `Noor Voorbeeld`);
});
afterEach(async () => {
  await app.database.owner.query('delete from follow_up_invitation');
  await app.database.owner.query('delete from follow_up_campaign');
  await app.database.owner.query('delete from certificate');
});

async function followUpDay(status: 'draft' | 'open' = 'open'): Promise<string> {
  const sessionId = await createSession(app.database, region, { status, date: '2026-12-03' });
  await app.database.owner.query('update session set course_id = $2 where id = $1', [
    sessionId,
    region.courses.followUp,
  ]);
  return sessionId;
}

/** Lets the newest fact of this name arrive a second time. */
async function tellAgain(fact: string): Promise<void> {
  await app.database.owner.query(
    'insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = $1 order by id desc limit 1',
    [fact],
  );
  await app.work();
}

const invitationsTo = async (professional: TestProfessional) =>
  (await mailsTo(app, professional)).filter(({ template }) => template === 'follow-up-invitation');

test('someone with three certificates gets one invitation', async () => {
  for (const day of ['2025-01-10', '2025-06-10', '2026-02-10'])
    await issueCertificate(app.database, region, noor, day);
  const session = await followUpDay();
  await client.post('/follow-up', { session, ...WINDOW });
  await app.work();
  const invitations = await invitationsTo(noor);
  expect(invitations).toHaveLength(1);
  expect(invitations[0]!.text_body).toContain(`/sessions/${session}`);
});

test('the window takes in its first and last day and nothing beside them', async () => {
  const people = [];
  for (const day of ['2024-08-31', '2024-09-01', '2026-09-01', '2026-09-02']) {
    const professional = await createProfessional(app.database, region, 'Urk');
    await issueCertificate(app.database, region, professional, day);
    people.push(professional);
  }
  await client.post('/follow-up', { session: await followUpDay(), ...WINDOW });
  await app.work();
  const counts = await Promise.all(people.map(async (person) => (await invitationsTo(person)).length));
  expect(counts).toEqual([0, 1, 1, 0]);
});

test('someone who is enrolled already gets no invitation', async () => {
  const sam = await createProfessional(app.database, region, 'Dronten', 'Sam Voorbeeld');
  await issueCertificate(app.database, region, noor, '2026-01-10');
  await issueCertificate(app.database, region, sam, '2026-01-10');
  const session = await followUpDay();
  await enrol(app, region, noor, session);
  await client.post('/follow-up', { session, ...WINDOW });
  await app.work();
  expect([await invitationsTo(noor), await invitationsTo(sam)].map(({ length }) => length)).toEqual([0, 1]);
});

test('someone whose only certificate was revoked gets no invitation', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  await app.database.owner.query(
    "update certificate set revoked_at = now(), revocation_reason = 'voorbeeld'",
  );
  const answer = await client.post('/follow-up', { session: await followUpDay(), ...WINDOW });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Er is niemand om uit te nodigen');
});

test('a second launch for the same day is refused and mails nobody', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const session = await followUpDay();
  await client.post('/follow-up', { session, ...WINDOW });
  const again = await client.post('/follow-up', { session, ...WINDOW });
  await app.work();
  expect(again.status).toBe(409);
  expect(again.text).toContain('Voor deze dag is al uitgenodigd');
  expect(await invitationsTo(noor)).toHaveLength(1);
});

test('the mails of a campaign that is told of twice are written once', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  await client.post('/follow-up', { session: await followUpDay(), ...WINDOW });
  await tellAgain('follow-up.launched');
  expect(await invitationsTo(noor)).toHaveLength(1);
});

test('the page names who will be invited, and how many, before anything is sent', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const page = await client.get(`/follow-up/new?session=${await followUpDay()}`);
  expect(page.text).toContain('1 persoon krijgt één mail met een uitnodiging.');
  expect(page.text).toContain('Noor Voorbeeld');
  expect(page.text).toContain('value="2024-09-01"');
});

test('the list counts per municipality who was invited and who enrolled', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const session = await followUpDay();
  await client.post('/follow-up', { session, ...WINDOW });
  await enrol(app, region, noor, session);
  const api = await apiClient(app, region.id, coordinator.id);
  expect((await api.get('/follow-up-campaigns')).json()).toMatchObject({
    items: [
      {
        sessionId: session,
        municipalities: [{ municipality: 'Almere', invited: 1, enrolled: 1, waiting: 0 }],
      },
    ],
  });
  expect((await client.get('/follow-up')).text).toContain('Terugkomdag, 3 december 2026');
});

test('a campaign launched by the API takes the last 24 months unless told otherwise', async () => {
  await issueCertificate(app.database, region, noor, '2024-09-01');
  const api = await apiClient(app, region.id, coordinator.id);
  const answer = await api.post('/follow-up-campaigns', { sessionId: await followUpDay() });
  expect(answer.status).toBe(201);
  expect(answer.json()).toMatchObject({ invited: 1 });
});

test('a window that ends before it begins is refused by the API', async () => {
  const api = await apiClient(app, region.id, coordinator.id);
  const answer = await api.post('/follow-up-campaigns', {
    sessionId: await followUpDay(),
    trainedFrom: '2030-01-01',
  });
  expect(answer.status).toBe(400);
});

test.each([
  ['a date that does not exist', { trainedFrom: '2026-02-30', trainedUntil: '2026-09-01' }],
  ['no date', { trainedFrom: '', trainedUntil: '2026-09-01' }],
  ['an end before the beginning', { trainedFrom: '2026-09-01', trainedUntil: '2026-08-01' }],
])('a form with %s comes back to be put right', async (_what, dates) => {
  const session = await followUpDay();
  const posted = await client.post('/follow-up', { session, ...dates });
  expect(posted.status).toBe(400);
  expect(posted.text).toContain('id="error-summary"');
  const shown = await client.get(`/follow-up/new?${new URLSearchParams({ session, ...dates }).toString()}`);
  expect(shown.status).toBe(400);
});

test('a session of another level is no follow-up day', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const session = await createSession(app.database, region);
  const answer = await client.post('/follow-up', { session, ...WINDOW });
  expect(answer.text).toContain('Dit is geen terugkomdag');
});

test('nobody is invited to a day that is still a draft', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const session = await followUpDay('draft');
  expect((await client.get(`/follow-up/new?session=${session}`)).text).not.toContain(
    'Verstuur de uitnodigingen',
  );
  expect((await client.post('/follow-up', { session, ...WINDOW })).status).toBe(409);
});

test('people are not invited again to a day: the list and its page say when they were', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const [done, free] = [await followUpDay(), await followUpDay()];
  await client.post('/follow-up', { session: done, ...WINDOW });
  const { text } = await client.get('/follow-up/new');
  expect(text).toContain(`session&#x3D;${free}`);
  expect(text).not.toContain(`session&#x3D;${done}`);
  const page = await client.get(`/follow-up/new?session=${done}`);
  const sent = 'De uitnodigingen zijn verstuurd op 1 september 2026';
  expect([text, page.text].filter((shown) => shown.includes(sent))).toHaveLength(2);
  expect(page.text).not.toContain('Verstuur de uitnodigingen');
});

test('who was invited and did not enrol hears once that the day is called off', async () => {
  const sam = await createProfessional(app.database, region, 'Dronten', 'Sam Voorbeeld');
  for (const person of [noor, sam]) await issueCertificate(app.database, region, person, '2026-01-10');
  const session = await followUpDay();
  await client.post('/follow-up', { session, ...WINDOW });
  await app.work();
  await enrol(app, region, sam, session);
  await client.post(`/sessions/${session}/cancellation`);
  await app.work();
  await tellAgain('session.cancelled');
  const templates = [await mailsTo(app, noor), await mailsTo(app, sam)].map((mails) =>
    mails.map(({ template }) => template),
  );
  expect(templates).toEqual([
    ['follow-up-invitation', 'follow-up-called-off'],
    ['follow-up-invitation', 'enrolment-confirmed', 'session-cancelled'],
  ]);
});

test('who was not mailed yet when the day is called off hears nothing of it', async () => {
  await issueCertificate(app.database, region, noor, '2026-01-10');
  const session = await followUpDay();
  await client.post('/follow-up', { session, ...WINDOW });
  await client.post(`/sessions/${session}/cancellation`);
  await app.work();
  expect(await mailsTo(app, noor)).toEqual([]);
});

test('campaigns are for the coordinator only', async () => {
  const contact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  const other = await signIn(app, contact.email);
  expect((await other.get('/follow-up')).status).toBe(403);
});
