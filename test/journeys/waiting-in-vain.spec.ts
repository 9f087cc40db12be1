import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type TaughtSession } from '../support/attendance.js';
import { signIn, type Client } from '../support/client.js';
import { enrol, mailsTo, runRecurring } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const BEFORE = '2026-11-12T08:29:59Z';
const BEGUN = '2026-11-12T08:30:00Z';
const AFTERWARDS = '2026-11-12T11:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let session: TaughtSession;
let sam: TestProfessional;

beforeAll(async () => {
  app = await startApp({ at: BEFORE });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterAll(() => app.stop());

/** A session with one seat: Noor has it, Sam waits. */
beforeEach(async () => {
  app.clock.set(BEFORE);
  await app.database.owner.query('delete from session_part_trainer');
  session = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 09:30'],
    trainerId: region.trainerId,
  });
  await app.database.owner.query('update session set capacity = 1 where id = $1', [session.id]);
  await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
  sam = await createProfessional(app.database, region, 'Almere', 'Sam Voorbeeld');
  await enrol(app, region, sam, session.id);
  await app.work();
});

async function close(): Promise<void> {
  app.clock.set(AFTERWARDS);
  await coordinator.post(`/sessions/${session.id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${session.id}/closure`);
  await app.work();
}

const templates = async () => (await mailsTo(app, sam)).map(({ template }) => template);

test('who still waits when the session is closed hears once that there was no seat', async () => {
  await close();
  await app.work();
  expect(await templates()).toEqual(['enrolment-waitlisted', 'enrolment-no-seat']);
});

test('who left the waiting list before hears nothing more', async () => {
  const client = await signIn(app, sam.email);
  const [, enrolmentId] = /enrolments\/([^/]+)\/cancellation/.exec((await client.get('/enrolments')).text)!;
  await client.post(`/enrolments/${enrolmentId}/cancellation`);
  await close();
  expect(await templates()).toEqual(['enrolment-waitlisted', 'enrolment-cancelled']);
});

test('the page of the session says until the start that one waits', async () => {
  const page = await (await signIn(app, sam.email)).get(`/sessions/${session.id}`);
  expect(page.text).toContain('U staat op nummer 1 van de wachtlijst.');
});

test('the page of the session says from the start on that one got no seat, and where other dates are', async () => {
  const client = await signIn(app, sam.email);
  app.clock.set(BEGUN);
  const page = await client.get(`/sessions/${session.id}`);
  expect(page.text).toContain('U kreeg geen plaats in deze training.');
  expect(page.text).toContain('href="/sessions?q&#x3D;Basistraining"');
});

test('the own trainings call it earlier, without a place in the waiting list', async () => {
  const client = await signIn(app, sam.email);
  app.clock.set(BEGUN);
  const [, earlier] = (await client.get('/enrolments')).text.split('Eerder');
  expect(earlier).toContain('geen plaats gekregen');
  expect(earlier).not.toContain('wachtlijst');
});

test('the roster counts them as people who got no seat', async () => {
  await close();
  const page = await coordinator.get(`/sessions/${session.id}/participants`);
  expect(page.text).toContain('Kreeg geen plaats');
  expect(page.text).not.toContain('wachtlijst');
});

test('the page and the list of sessions name no people who wait', async () => {
  await close();
  await runRecurring(app, 'enrolment.give-out-freed-seats');
  const pages = [
    await coordinator.get(`/sessions/${session.id}`),
    await coordinator.get('/sessions?show=all'),
  ];
  expect(pages.filter(({ text }) => text.includes('1 wachtende'))).toEqual([]);
});

test('the messages of a session tell of its certificates', async () => {
  await close();
  expect((await coordinator.get(`/sessions/${session.id}`)).text).toContain(
    'Uw certificaat voor ‘Basistraining’',
  );
});
