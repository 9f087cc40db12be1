import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createInterested } from '../support/demand.js';
import { enrol } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let contact: Client;
let contactApi: ApiClient;
let noor: TestProfessional;
let asNoor: Client;
let course: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  const { id } = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, id);
  const almere = { municipalityId: region.municipalities.Almere };
  const account = await createAccount(app.database, region, 'contact', almere);
  contact = await signIn(app, account.email);
  contactApi = await apiClient(app, region.id, account.id);
  course = `/courses/${region.courses.basic}`;
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.owner.query('delete from interest');
  noor = await createProfessional(app.database, region, 'Almere');
  asNoor = await signIn(app, noor.email);
});

const open = async (): Promise<string[]> => {
  const { items } = (await coordinator.get('/interests')).json() as { items: { professionalId: string }[] };
  return items.map(({ professionalId }) => professionalId);
};

test('a professional asks on the page of a course to hear of a date', async () => {
  expect((await asNoor.get(course)).text).toContain('Er staat nu geen uitvoering open voor inschrijving.');
  const asked = await asNoor.post(`${course}/interest`);
  expect((await asNoor.follow(asked)).text).toContain('We weten dat u een datum wilt horen.');
  expect(await open()).toEqual([noor.id]);
});

test('one click on the own list takes it back', async () => {
  await asNoor.post(`${course}/interest`);
  const [, action = ''] = /action="(\/interests\/[^"]*)"/.exec((await asNoor.get('/interests')).text) ?? [];
  const left = await asNoor.follow(await asNoor.post(action));
  expect(left.text).toContain('U hebt nog niet om een datum gevraagd');
  expect(await open()).toEqual([]);
});

test('the own list leads to the dates once there are any', async () => {
  await asNoor.post(`${course}/interest`);
  await createSession(app.database, region, { date: '2026-11-20' });
  const { text } = await asNoor.get('/interests');
  expect(text).toContain('Er staat 1 uitvoering open voor inschrijving.');
  expect(text).toContain('href="/sessions?q&#x3D;Basistraining"');
});

test('of two clicks at the same moment one is kept and the other is told that it is noted already', async () => {
  const answers = await Promise.all([asNoor.post(`${course}/interest`), asNoor.post(`${course}/interest`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await open()).toEqual([noor.id]);
});

test('interest ends with a seat, also for who is told of the seat twice', async () => {
  await asNoor.post(`${course}/interest`);
  await enrol(app, region, noor, await createSession(app.database, region));
  await app.work();
  await app.database.owner.query(
    "insert into outbox (fact, payload, created_at) select fact, payload, created_at from outbox where fact = 'enrolment.confirmed' order by id desc limit 1",
  );
  await app.work();
  const all = (await coordinator.get('/interests?ended=true')).json()['items'];
  expect(all).toMatchObject([{ professionalId: noor.id, endReason: 'seated' }]);
  expect(await open()).toEqual([]);
});

test('a place on a waiting list does not end it', async () => {
  await asNoor.post(`${course}/interest`);
  const session = await createSession(app.database, region, { capacity: 1 });
  await enrol(app, region, await createProfessional(app.database, region, 'Urk'), session);
  await enrol(app, region, noor, session);
  await app.work();
  expect(await open()).toEqual([noor.id]);
});

test('who has a seat is told so instead of being asked', async () => {
  await enrol(app, region, noor, await createSession(app.database, region));
  const page = await asNoor.get(course);
  expect(page.text).toContain('U hebt een plaats in een uitvoering van deze training.');
  expect(page.text).not.toContain(`${course}/interest`);
  expect((await asNoor.post(`${course}/interest`)).status).toBe(409);
});

test.each([
  ['that is given no more', 'is_active = false'],
  ['that an organisation orders for itself', "audience = 'in-company'"],
])('a course %s takes no interest', async (_which, change) => {
  await app.database.owner.query(`update course set ${change} where id = $1`, [region.courses.advanced]);
  const path = `/courses/${region.courses.advanced}`;
  expect((await asNoor.get(path)).text).not.toContain(`${path}/interest`);
  expect((await asNoor.post(`${path}/interest`)).text).toContain('Bij deze training kan dit niet');
  await app.database.owner.query("update course set is_active = true, audience = 'public'");
});

test('a contact notes the interest of own people by their address', async () => {
  const path = `/demand${course}`;
  const noted = await contact.post(`${path}/interests`, { email: noor.email });
  expect((await contact.follow(noted)).text).toContain('De belangstelling is genoteerd.');
  expect(await open()).toEqual([noor.id]);
});

test.each([
  ['of another municipality', () => createProfessional(app.database, region, 'Dronten')],
  ['who is not in the register', () => Promise.resolve({ email: 'niemand@example.nl' })],
])('a contact cannot note the interest of someone %s, and is told at the field', async (_who, make) => {
  const { email } = await make();
  const answer = await contact.post(`/demand${course}/interests`, { email });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('We kennen deze professional niet');
  expect(await open()).toEqual([]);
});

test('a contact takes back the interest of own people only', async () => {
  const other = await createInterested(app, region, 'Dronten');
  await createInterested(app, region, 'Almere');
  const all = (await coordinator.get('/interests')).json()['items'] as {
    id: string;
    professionalId: string;
  }[];
  for (const { id } of all) await contactApi.post(`/interests/${id}/withdrawal`);
  expect(await open()).toEqual([other.id]);
});

test('a professional asks for nobody but oneself', async () => {
  const client = await apiClient(app, region.id, noor.accountId);
  const other = await createProfessional(app.database, region, 'Almere');
  const body = { courseId: region.courses.basic };
  expect((await client.post('/interests', { ...body, professionalId: other.id })).status).toBe(404);
  expect((await client.post('/interests', body)).json()).toMatchObject({ professionalId: noor.id });
});

test('each step stands in the audit trail', async () => {
  await asNoor.post(`${course}/interest`);
  const [, action = ''] = /action="(\/interests\/[^"]*)"/.exec((await asNoor.get('/interests')).text) ?? [];
  await asNoor.post(action);
  const { rows } = await app.database.owner.query<{ action: string }>(
    "select action from audit_entry where subject_type = 'interest' and account_id = $1 order by id",
    [noor.accountId],
  );
  expect(rows.map((deed) => deed.action)).toEqual(['recordInterest', 'withdrawInterest']);
});
