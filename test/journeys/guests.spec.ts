import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestRegion,
} from '../support/region.js';

const GUEST = { name: 'Gerda Gastvoorbeeld', organisation: 'Sprekersbureau' };

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let screen: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T07:00:00Z' });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await apiClient(app, region.id, account.id);
  screen = await signIn(app, account.email);
});
afterAll(() => app.stop());

const person = (name: string) => createProfessional(app.database, region, 'Almere', name);
const addGuest = (sessionId: string) => coordinator.post(`/sessions/${sessionId}/guests`, GUEST);

async function seats(sessionId: string) {
  const { rows } = await app.database.owner.query<{ taken: number; above: number; waiting: number }>(
    'select seats_taken taken, seats_above_capacity above, waiting_count waiting from session where id = $1',
    [sessionId],
  );
  return rows[0]!;
}

test('a guest takes a seat that is free, so that nobody else gets it', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  await addGuest(sessionId);
  await enrol(app, region, await person('Noor'), sessionId);
  expect(await seats(sessionId)).toEqual({ taken: 1, above: 0, waiting: 1 });
});

test('a guest takes no seat from the waiting list, but comes above the maximum', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  await enrol(app, region, await person('Noor'), sessionId);
  await enrol(app, region, await person('Sam'), sessionId);
  await addGuest(sessionId);
  expect(await seats(sessionId)).toEqual({ taken: 2, above: 1, waiting: 1 });
});

test('the list and the page of a session say how many of those who take its seats are guests', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 4 });
  await enrol(app, region, await person('Noor'), sessionId);
  expect((await screen.get(`/sessions/${sessionId}`)).text).not.toContain('van wie');
  await addGuest(sessionId);
  await addGuest(sessionId);
  const contact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  for (const reader of [screen, await signIn(app, contact.email)]) {
    expect((await reader.get(`/sessions/${sessionId}/participants`)).text).toContain(
      '3 van 4 plaatsen bezet, van wie 2 gasten, 0 op de wachtlijst.',
    );
    expect((await reader.get(`/sessions/${sessionId}`)).text).toContain('Bezet: 3, van wie 2 gasten.');
  }
});

test('who moves or calls off a session reads who gets a mail, and that the guests get none', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 4 });
  await addGuest(sessionId);
  await addGuest(sessionId);
  const move = `/sessions/${sessionId}/parts/1`;
  expect((await screen.get(move)).text).toContain('Er is nog niemand ingeschreven.');
  await enrol(app, region, await person('Noor'), sessionId);
  const told = '2 gasten hebben een plaats en krijgen geen mail. Vertel het hun zelf.';
  const moving = (await screen.get(move)).text;
  expect(moving).toContain('dan krijgt 1 persoon die is ingeschreven of wacht een mail');
  expect(moving).toContain(told);
  const callingOff = (await screen.get(`/sessions/${sessionId}/cancellation`)).text;
  expect(callingOff).toContain('1 persoon is ingeschreven of wacht');
  expect(callingOff).toContain(told);
});

test('the seat of a guest who does not come goes to who waits', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  const { id } = (await addGuest(sessionId)).json();
  await enrol(app, region, await person('Noor'), sessionId);
  await coordinator.post(`/guests/${String(id)}/removal`);
  expect(await seats(sessionId)).toEqual({ taken: 1, above: 0, waiting: 0 });
});

test('fewer seats than are taken with the guests are refused', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 2 });
  await enrol(app, region, await person('Noor'), sessionId);
  await addGuest(sessionId);
  const plan = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
  const answer = await coordinator.put(`/sessions/${sessionId}/seats`, { ...plan, capacity: 1 });
  expect(answer.status).toBe(409);
});

test('a session that is called off keeps its guests on the list, so that they can be told and taken off', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  await enrol(app, region, await person('Noor'), sessionId);
  const { id } = (await addGuest(sessionId)).json();
  await coordinator.post(`/sessions/${sessionId}/cancellation`);
  await app.work();
  expect(await seats(sessionId)).toEqual({ taken: 1, above: 1, waiting: 0 });
  expect((await coordinator.post(`/guests/${String(id)}/removal`)).status).toBe(200);
  expect(await seats(sessionId)).toEqual({ taken: 0, above: 0, waiting: 0 });
});

test('on screen a coordinator adds a guest, sees that it is above the maximum, and takes it off again', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  await enrol(app, region, await person('Noor'), sessionId);
  const page = await screen.follow(await screen.post(`/sessions/${sessionId}/guests`, GUEST));
  expect(page.text).toContain('Gerda Gastvoorbeeld (boven het maximum)');
  const removal = /\/guests\/[\w-]+\/removal/.exec(page.text)![0];
  const after = await screen.follow(await screen.post(removal));
  expect(after.text).toContain('Er zijn geen gasten');
});

test('the audit trail tells of the guest, and not what the guest is called', async () => {
  const sessionId = await createSession(app.database, region, { capacity: 1 });
  await addGuest(sessionId);
  const { rows } = await app.database.owner.query<{ entry: string }>(
    "select a::text entry from audit_entry a where action = 'addGuest' and subject_id = $1",
    [sessionId],
  );
  expect([rows.length, rows.some(({ entry }) => entry.includes('Gerda'))]).toEqual([1, false]);
});
