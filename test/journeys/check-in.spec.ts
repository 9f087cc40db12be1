import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app.js';
import {
  createTaughtSession,
  marksOf,
  createTrainer,
  seat,
  type SeatedProfessional,
  type TaughtSession,
} from '../support/attendance.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';

const DOORS_OPEN = '2026-11-12T08:10:00Z';

let app: TestApp;
let region: TestRegion;
let trainer: Client;
let coordinator: Client;
let visitor: Client;
let trainerApi: ApiClient;
let coordinatorApi: ApiClient;
let strangerApi: ApiClient;
let contactApi: ApiClient;
let session: TaughtSession;
let noor: SeatedProfessional;
let sem: SeatedProfessional;

beforeAll(async () => {
  app = await startApp({ at: DOORS_OPEN });
  region = await createRegion(app.database);
  const { database } = app;
  const account = await createAccount(database, region, 'trainer', { trainerId: region.trainerId });
  const other = await createAccount(database, region, 'trainer', {
    trainerId: await createTrainer(database, region),
  });
  const leader = await createAccount(database, region, 'coordinator');
  const contact = await createAccount(database, region, 'contact', {
    municipalityId: region.municipalities.Dronten,
  });
  trainer = await signIn(app, account.email);
  coordinator = await signIn(app, leader.email);
  visitor = new Client(app.url);
  trainerApi = await apiClient(app, region.id, account.id);
  coordinatorApi = await apiClient(app, region.id, leader.id);
  strangerApi = await apiClient(app, region.id, other.id);
  contactApi = await apiClient(app, region.id, contact.id);
});
afterAll(() => app.stop());

beforeEach(async () => {
  app.clock.set(DOORS_OPEN);
  await app.database.owner.query('delete from session_part_trainer');
  session = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 09:30', '2026-11-13 09:30'],
    trainerId: region.trainerId,
  });
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
  sem = await seat(app.database, region, session.id, 'Dronten', 'Sem Voorbeeld');
});

async function codesOf({ enrolmentId }: SeatedProfessional): Promise<string[]> {
  const answer = await coordinatorApi.get(`/enrolments/${enrolmentId}/entry-codes`);
  return (answer.json()['codes'] as { code: string }[]).map(({ code }) => code);
}

const marks = () => marksOf(app.database, session.id);

const seen = (what: object, at = DOORS_OPEN, part = 0) => ({
  ...{ id: randomUUID(), partId: session.partIds[part], observedAt: at, what },
});
const byName = ({ enrolmentId }: SeatedProfessional) => ({ kind: 'name', enrolmentId });
const checkIns = (...list: object[]) =>
  trainerApi.post(`/sessions/${session.id}/check-ins`, { checkIns: list });
const outcomes = async (...list: object[]) => {
  const answers = (await checkIns(...list)).json()['answers'] as { outcome: string; reason?: string }[];
  return answers.map(({ outcome, reason }) => reason ?? outcome);
};

test('a trainer scans a code with any camera, sees whose it is, and lets them in', async () => {
  const [code] = await codesOf(noor);
  const page = await trainer.get(`/entry/${code}`);
  expect(page.text).toContain('Noor Voorbeeld');
  const after = await trainer.follow(
    await trainer.post(`/entry/${code}`, { part: session.partIds[0]!, who: noor.enrolmentId }),
  );
  expect(after.text).toContain('Opgeslagen: 1 deelnemer is ingecheckt.');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
});

test('whoever finds a code sees the training and nobody’s name', async () => {
  const [code] = await codesOf(noor);
  const page = await visitor.get(`/entry/${code}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Laat deze code bij de ingang aan de trainer zien.');
  expect(page.text).not.toContain('Noor');
  expect(page.text).toContain('<svg class="ll-qr"');
});

test('a code of tomorrow lets nobody in today, on any way in', async () => {
  const [, tomorrow] = await codesOf(noor);
  expect((await trainer.get(`/entry/${tomorrow}`)).text).toContain(
    'Vandaag kunt u er niemand mee inchecken.',
  );
  const answer = await trainer.post(`/entry/${tomorrow}`, {
    part: session.partIds[1]!,
    who: noor.enrolmentId,
  });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('dit dagdeel is niet op deze dag');
  const code = { kind: 'code', code: tomorrow };
  expect(await outcomes(seen(code), seen(code, DOORS_OPEN, 1))).toEqual(['other-day', 'not-that-day']);
  expect(await marks()).toEqual([]);
});

test('a code of a seat that was given up opens nothing', async () => {
  const [code] = await codesOf(sem);
  await app.database.owner.query(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where id = $1",
    [sem.enrolmentId],
  );
  expect((await visitor.get(`/entry/${code}`)).status).toBe(404);
  expect(await outcomes(seen({ kind: 'code', code }))).toEqual(['no-seat']);
});

test.each(['A'.repeat(40), 'A'.repeat(62), 'x', '%00', 'LL-2026-22222-22222-22222'])(
  'the code %j is not found',
  async (code) => {
    expect((await visitor.get(`/entry/${code}`)).status).toBe(404);
  },
);

test('what is sent twice counts once, and each sighting gets an answer of its own', async () => {
  const twice = seen(byName(noor));
  const answer = await checkIns(twice, seen({ kind: 'code', code: 'nonsense' }), twice);
  expect(answer.json()['answers']).toEqual([
    { id: twice.id, outcome: 'saved', enrolmentId: noor.enrolmentId, name: 'Noor Voorbeeld' },
    { id: expect.any(String), outcome: 'refused', reason: 'not-genuine' },
    { id: twice.id, outcome: 'saved', enrolmentId: noor.enrolmentId, name: 'Noor Voorbeeld' },
  ]);
  await checkIns(twice);
  const { rows } = await app.database.owner.query(
    'select from attendance_observation where enrolment_id = $1',
    [noor.enrolmentId],
  );
  expect(rows).toHaveLength(1);
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
});

test('ten devices that send the same people at once leave everyone present once', async () => {
  const rush = Array.from({ length: 10 }, () => checkIns(seen(byName(noor)), seen(byName(sem))));
  expect((await Promise.all(rush)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(await marks()).toEqual(['1 Noor Voorbeeld present', '1 Sem Voorbeeld present']);
  const { rows } = await app.database.owner.query(
    "select from audit_entry where action = 'mark' and subject_id = $1",
    [noor.enrolmentId],
  );
  expect(rows).toHaveLength(1);
});

test('what comes in after closing is kept, changes no mark, and waits for the coordinator', async () => {
  session = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 10:00'],
    trainerId: await createTrainer(app.database, region),
  });
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
  app.clock.set('2026-11-12T14:00:00Z');
  await coordinator.post(`/sessions/${session.id}/attendance?part=1`, { [noor.enrolmentId]: 'absent' });
  await coordinator.follow(await coordinator.post(`/sessions/${session.id}/closure`));
  const answer = await coordinatorApi.post(`/sessions/${session.id}/check-ins`, {
    checkIns: [seen(byName(noor))],
  });
  expect(answer.json()).toMatchObject({ answers: [{ outcome: 'kept-after-closing' }] });
  expect(await marks()).toContain('1 Noor Voorbeeld absent');
  const page = await coordinator.get(`/sessions/${session.id}/attendance?part=1`);
  expect(page.text).toContain('Noor Voorbeeld heeft wel ingecheckt');
});

test('a trainer of another session and a visitor let nobody in', async () => {
  const body = { checkIns: [seen(byName(noor))] };
  expect((await strangerApi.post(`/sessions/${session.id}/check-ins`, body)).status).toBe(404);
  const [code] = await codesOf(noor);
  const form = { part: session.partIds[0]!, who: noor.enrolmentId };
  expect((await visitor.post(`/entry/${code}`, form)).location).toContain('/sign-in');
  expect(await marks()).toEqual([]);
});

test('a contact makes group codes of the own municipality only', async () => {
  await seat(app.database, region, session.id, 'Almere', 'Lotte Voorbeeld');
  await seat(app.database, region, session.id, 'Dronten', 'Mila Voorbeeld');
  const page = await coordinator.get(`/sessions/${session.id}/group-codes`);
  expect(page.text).toContain('Jongerenwerk Almere');
  expect(page.text).toContain('Lotte Voorbeeld, Noor Voorbeeld');
  expect((await contactApi.get(`/enrolments/${noor.enrolmentId}/entry-codes`)).status).toBe(404);
  expect((await contactApi.get(`/enrolments/${sem.enrolmentId}/entry-codes`)).status).toBe(200);
});

test('a group code lets in who is ticked', async () => {
  const lotte = await seat(app.database, region, session.id, 'Almere', 'Lotte Voorbeeld');
  const page = await coordinator.get(`/sessions/${session.id}/group-codes`);
  const [code] = /[\w-]{62}/.exec(page.text)!;
  const door = await trainer.get(`/entry/${code}`);
  expect(door.text).toContain('Lotte Voorbeeld');
  expect(door.text).not.toContain('Sem Voorbeeld');
  await trainer.post(`/entry/${code}`, { part: session.partIds[0]!, who: lotte.enrolmentId });
  expect(await marks()).toEqual(['1 Lotte Voorbeeld present']);
});

test('of a group of which one has given up the seat, the others are in, and the page says so', async () => {
  const lotte = await seat(app.database, region, session.id, 'Almere', 'Lotte Voorbeeld');
  const mila = await seat(app.database, region, session.id, 'Almere', 'Mila Voorbeeld');
  const page = await coordinator.get(`/sessions/${session.id}/group-codes`);
  const [code] = /[\w-]{62}/.exec(page.text)!;
  await app.database.owner.query(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where id = $1",
    [lotte.enrolmentId],
  );
  const who = [lotte, mila].map(({ enrolmentId }) => ['who', enrolmentId] as [string, string]);
  const after = await trainer.follow(
    await trainer.send(`/entry/${code}`, {
      method: 'POST',
      body: new URLSearchParams([['part', session.partIds[0]!], ...who]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    }),
  );
  expect(after.text).toContain('Ingecheckt en opgeslagen: 1. Niet ingecheckt: 1');
  expect(await marks()).toEqual(['1 Mila Voorbeeld present']);
});

test('the page for the door and its service worker hold nobody’s data and are the same for everyone', async () => {
  const [mine, theirs] = await Promise.all([trainer.get('/check-in'), visitor.get('/check-in')]);
  expect(mine.text).toBe(theirs.text);
  const worker = await visitor.get('/check-in/service-worker.js');
  expect(worker.type).toContain('text/javascript');
  expect(worker.headers.get('service-worker-allowed')).toBe('/check-in');
  const files = /const FILES = (\[.*\]);/.exec(worker.text)![1]!;
  for (const file of JSON.parse(files) as string[]) expect((await visitor.get(file)).status).toBe(200);
});

test('a list on a device holds no code, only what it is recognised by', async () => {
  const answer = await trainer.get('/check-in/lists');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.text).toContain('Noor Voorbeeld');
  expect(answer.text).not.toContain((await codesOf(noor))[0]!);
  expect(answer.text).not.toContain(noor.email);
});
