import { Pool } from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { sendFile, uploadFile } from '../support/upload.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import {
  createTaughtSession,
  marksOf,
  createTrainer,
  seat,
  type SeatedProfessional,
  type TaughtSession,
} from '../support/attendance.js';

const BEFORE = '2026-11-12T08:29:59Z';
const FIRST_PART = '2026-11-12T08:30:00Z';
const AFTERWARDS = '2026-11-12T15:30:00Z';

let app: TestApp;
let region: TestRegion;
let trainer: Client;
let trainerApi: ApiClient;
let stranger: Client;
let coordinator: Client;
let session: TaughtSession;
let noor: SeatedProfessional;
let sem: SeatedProfessional;

beforeAll(async () => {
  app = await startApp({ at: BEFORE });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId });
  const otherTrainerId = await createTrainer(app.database, region);
  const other = await createAccount(app.database, region, 'trainer', { trainerId: otherTrainerId });
  trainer = await signIn(app, account.email);
  trainerApi = await apiClient(app, region.id, account.id);
  stranger = await signIn(app, other.email);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterAll(() => app.stop());

beforeEach(async () => {
  app.clock.set(BEFORE);
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: ['2026-11-12 09:30', '2026-11-12 13:30'], trainerId: region.trainerId };
  session = await createTaughtSession(app.database, region, plan);
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
  sem = await seat(app.database, region, session.id, 'Dronten', 'Sem Voorbeeld');
});

const attendance = () => `/sessions/${session.id}/attendance`;
const closure = () => `/sessions/${session.id}/closure`;

const savedMarks = () => marksOf(app.database, session.id);

async function markEveryone(): Promise<void> {
  await trainer.post(`${attendance()}?part=1`, { rest: 'present' });
  await trainer.post(`${attendance()}?part=2`, { rest: 'present', [sem.enrolmentId]: 'absent' });
}

async function statusOf(): Promise<string> {
  const { rows } = await app.database.owner.query<{ status: string }>(
    'select status from session where id = $1',
    [session.id],
  );
  return rows[0]!.status;
}

test('a trainer marks a part, and the page says what was saved', async () => {
  app.clock.set(FIRST_PART);
  const answer = await trainer.post(`${attendance()}?part=1`, {
    [noor.enrolmentId]: 'late',
    [sem.enrolmentId]: 'excused',
  });
  const page = await trainer.follow(answer);
  expect(page.text).toContain('Opgeslagen: bij 2 deelnemers is dagdeel 1 ingevuld of veranderd.');
  expect(page.text).toContain('2 van 2 ingevuld');
  expect(await savedMarks()).toEqual(['1 Noor Voorbeeld late', '1 Sem Voorbeeld excused']);
});

test('everyone without a choice becomes present with one button, and a choice stays', async () => {
  app.clock.set(FIRST_PART);
  await trainer.post(`${attendance()}?part=1`, { [sem.enrolmentId]: 'absent' });
  await trainer.post(`${attendance()}?part=1`, { rest: 'present' });
  expect(await savedMarks()).toEqual(['1 Noor Voorbeeld present', '1 Sem Voorbeeld absent']);
});

test('the roster shows names and organisation, and no address', async () => {
  const page = await trainer.get(attendance());
  expect(page.text).toContain('Jongerenwerk Dronten');
  expect(page.text).not.toContain(sem.email);
});

test('a part opens without choosing at the first one that still needs marks', async () => {
  app.clock.set(AFTERWARDS);
  await trainer.post(`${attendance()}?part=1`, { rest: 'present' });
  expect((await trainer.get(attendance())).text).toContain('<h2 class="utrecht-heading-2">Dagdeel 2</h2>');
});

test.each(['0', '99', 'x', '1e9', '', '%00'])('the part %j in the address falls back', async (part) => {
  expect((await trainer.get(`${attendance()}?part=${part}`)).status).toBe(200);
});

test('a trainer of another session does not find it', async () => {
  app.clock.set(AFTERWARDS);
  const answers = await Promise.all([
    stranger.get(attendance()),
    stranger.get(closure()),
    stranger.post(`${attendance()}?part=1`, { rest: 'present' }),
    stranger.post(closure()),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(await savedMarks()).toEqual([]);
});

test('a coordinator of another region does not find it', async () => {
  const elsewhere = await createRegion(app.database, `Regio ${session.id}`.slice(0, 12));
  const other = await signIn(app, (await createAccount(app.database, elsewhere, 'coordinator')).email);
  expect((await other.get(attendance())).status).toBe(404);
});

test('nothing can be marked one second before the part begins', async () => {
  const answer = await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'present' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Dit dagdeel is nog niet begonnen');
  expect(await savedMarks()).toEqual([]);
});

test('a mark for someone without a seat is refused, and the others are not saved either', async () => {
  app.clock.set(FIRST_PART);
  const elsewhere = await createTaughtSession(app.database, region, {
    starts: ['2026-12-01 09:30'],
    trainerId: region.trainerId,
  });
  const other = await seat(app.database, region, elsewhere.id, 'Urk', 'Ali Voorbeeld');
  const answer = await trainer.post(`${attendance()}?part=1`, {
    [noor.enrolmentId]: 'present',
    [other.enrolmentId]: 'present',
  });
  expect(answer.status).toBe(409);
  expect(await savedMarks()).toEqual([]);
});

test.each<Record<string, string>>([{ rest: 'absent' }, { x: 'present' }, { __proto__x: '\u0000' }])(
  'a form with %j is refused and saves nothing',
  async (form) => {
    app.clock.set(FIRST_PART);
    const answer = await trainer.post(`${attendance()}?part=1`, form);
    expect([400, 409]).toContain(answer.status);
    expect(await savedMarks()).toEqual([]);
  },
);

test('a change is in the audit trail with what it was before', async () => {
  app.clock.set(FIRST_PART);
  await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'absent' });
  await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'late' });
  const { rows } = await app.database.owner.query(
    `select role, before->>'mark' was, after->>'mark' becomes from audit_entry
     where action = 'mark' and subject_id = $1 order by id`,
    [noor.enrolmentId],
  );
  expect(rows).toEqual([
    { role: 'trainer', was: null, becomes: 'absent' },
    { role: 'trainer', was: 'absent', becomes: 'late' },
  ]);
});

test('saving the same again changes nothing and says so', async () => {
  app.clock.set(FIRST_PART);
  await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'late' });
  const page = await trainer.follow(
    await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'late' }),
  );
  expect(page.text).toContain('Er was niets om op te slaan');
});

test('closing says beforehand who gets a certificate and who does not', async () => {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  const page = await trainer.get(closure());
  expect(page.text).toContain('1 deelnemer krijgt een certificaat');
  expect(page.text).toContain('Noor Voorbeeld, Jongerenwerk Almere');
  expect(page.text).toContain('Sem Voorbeeld: volgde 1 van 2 dagdelen');
});

test('closing with a missing mark is refused and says how many are missing', async () => {
  app.clock.set(AFTERWARDS);
  await trainer.post(`${attendance()}?part=1`, { rest: 'present' });
  const answer = await trainer.post(closure());
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Nog in te vullen: 2.');
  expect(await statusOf()).toBe('confirmed');
});

test('closing before the last part has ended is refused', async () => {
  app.clock.set('2026-11-12T15:29:59Z');
  await markEveryone();
  const answer = await trainer.post(closure());
  expect(answer.text).toContain('De uitvoering is nog niet afgelopen');
  expect(await statusOf()).toBe('confirmed');
});

test('a session that was never confirmed cannot be closed', async () => {
  app.clock.set(AFTERWARDS);
  await app.database.owner.query("update session set status = 'open' where id = $1", [session.id]);
  await markEveryone();
  expect((await coordinator.post(closure())).status).toBe(409);
});

test('a trainer closes the session once, and the trail names the trainer', async () => {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  const answers = [await trainer.post(closure()), await trainer.post(closure())];
  expect(answers.map(({ status }) => status)).toEqual([303, 409]);
  const { rows } = await app.database.owner.query(
    "select role from audit_entry where action = 'close' and subject_id = $1",
    [session.id],
  );
  expect(rows).toEqual([{ role: 'trainer' }]);
});

test('after closing the list takes no marks any more', async () => {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  await coordinator.post(closure());
  const answer = await coordinator.post(`${attendance()}?part=2`, { [sem.enrolmentId]: 'present' });
  expect(answer.status).toBe(409);
  expect((await coordinator.get(attendance())).text).toContain(
    'Alleen de coördinator kan de aanwezigheid nog verbeteren',
  );
});

const correction = (enrolmentId: string) => `/enrolments/${enrolmentId}/attendance-correction`;

async function closeWithSemAbsent(): Promise<void> {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  await coordinator.post(closure());
}

test('the coordinator corrects a closed session with a reason, which the trail keeps', async () => {
  await closeWithSemAbsent();
  expect((await coordinator.get(attendance())).text).toContain(correction(sem.enrolmentId));
  const form = await coordinator.get(correction(sem.enrolmentId));
  expect(form.text).toContain('Deze deelnemer volgde 1 van 2 dagdelen.');
  const page = await coordinator.follow(
    await coordinator.post(correction(sem.enrolmentId), {
      ...{ 'parts.0.mark': 'present', 'parts.1.mark': 'late', 'parts.1.minutes': '20', reason: 'sheet' },
    }),
  );
  expect(page.text).toContain('De aanwezigheid is verbeterd.');
  expect(await savedMarks()).toContain('2 Sem Voorbeeld late');
  const { rows } = await app.database.owner.query(
    `select before->>'mark' was, after->>'mark' becomes, after->>'minutes' minutes, after->>'reason' reason from audit_entry
     where action = 'mark' and subject_id = $1 order by id desc limit 1`,
    [sem.enrolmentId],
  );
  expect(rows).toEqual([{ was: 'absent', becomes: 'late', minutes: '20', reason: 'sheet' }]);
});

test.each<Record<string, string>>([
  { 'parts.0.mark': 'present', 'parts.1.mark': 'present' },
  { 'parts.0.mark': 'present', 'parts.1.mark': 'present', reason: 'because' },
  { 'parts.0.mark': 'present', 'parts.1.mark': 'late', 'parts.1.minutes': '-5', reason: 'sheet' },
  { 'parts.0.mark': 'present', reason: 'sheet' },
  { reason: 'sheet' },
])('the correction %j is refused and saves nothing', async (form) => {
  await closeWithSemAbsent();
  const before = await savedMarks();
  const answer = await coordinator.post(correction(sem.enrolmentId), form);
  expect([400, 409]).toContain(answer.status);
  expect(await savedMarks()).toEqual(before);
});

test('nobody corrects before closing, and a trainer never does', async () => {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  const form = { 'parts.0.mark': 'absent', 'parts.1.mark': 'absent', reason: 'sheet' };
  expect((await coordinator.post(correction(noor.enrolmentId), form)).status).toBe(409);
  await coordinator.post(closure());
  expect((await trainer.post(correction(noor.enrolmentId), form)).status).toBe(403);
  expect(await savedMarks()).toContain('1 Noor Voorbeeld present');
});

test('minutes stand beside who left early, and are dropped when that was a mistake', async () => {
  app.clock.set(FIRST_PART);
  const minutes = { [`minutes-${noor.enrolmentId}`]: '45' };
  await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'left-early', ...minutes });
  const list = await trainerApi.get(`/attendance-marks?session=${session.id}`);
  expect(list.json()).toMatchObject({ items: [{ mark: 'left-early', minutes: 45 }] });
  await trainer.post(`${attendance()}?part=1`, { [noor.enrolmentId]: 'present', ...minutes });
  expect((await trainerApi.get(`/attendance-marks?session=${session.id}`)).json()).toMatchObject({
    items: [{ mark: 'present', minutes: null }],
  });
});

test.each(['x', '0.5', '721', '-3', '٣'])('minutes written as %j are refused', async (typed) => {
  app.clock.set(FIRST_PART);
  const answer = await trainer.post(`${attendance()}?part=1`, {
    ...{ [noor.enrolmentId]: 'left-early', [`minutes-${noor.enrolmentId}`]: typed },
  });
  expect(answer.status).toBe(400);
  expect(await savedMarks()).toEqual([]);
});

test('minutes beside someone who was simply present are refused in a document', async () => {
  app.clock.set(FIRST_PART);
  const marks = [{ enrolmentId: noor.enrolmentId, partId: session.partIds[0], mark: 'present', minutes: 5 }];
  const answer = await trainerApi.post('/attendance-marks', { sessionId: session.id, marks });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Minuten horen alleen bij');
});

test('another system corrects a closed session, a part at a time, as a coordinator does', async () => {
  await closeWithSemAbsent();
  const asCoordinator = await createAccount(app.database, region, 'coordinator');
  const api = await apiClient(app, region.id, asCoordinator.id);
  const change = (mark: string, more: object = {}) => ({
    ...{ marks: [{ partId: session.partIds[1], mark, ...more }], reason: 'proof' },
  });
  const path = correction(sem.enrolmentId);
  expect((await api.post(path, change('late', { minutes: 10 }))).json()).toEqual({ changed: 1 });
  expect((await api.post(path, change('late', { minutes: 10 }))).json()).toEqual({ changed: 0 });
  expect(await savedMarks()).toContain('2 Sem Voorbeeld late');
  const refused = [
    await api.post(path, change('present', { minutes: 10 })),
    await api.post(path, { ...change('present'), reason: 'because' }),
    await api.post(path, { marks: [{ partId: noor.enrolmentId, mark: 'present' }], reason: 'proof' }),
    await trainerApi.post(path, change('present')),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 409, 403]);
});

const remark = ({ enrolmentId }: SeatedProfessional) => `/enrolments/${enrolmentId}/remark`;

test('a remark is for who teaches and the coordinator, and its text is not in the trail', async () => {
  const page = await trainer.follow(
    await trainer.post(remark(noor), { text: 'Deed alleen het ochtenddeel mee.' }),
  );
  expect(page.text).toContain('De opmerking is opgeslagen.');
  expect((await coordinator.get(attendance())).text).toContain('Deed alleen het ochtenddeel mee.');
  expect((await stranger.get(remark(noor))).status).toBe(404);
  expect((await stranger.post(remark(noor), { text: 'x' })).status).toBe(404);
  const { rows } = await app.database.owner.query<{ line: string }>(
    "select coalesce(after::text, '') || coalesce(before::text, '') line from audit_entry where action = 'remark'",
  );
  expect(rows.map(({ line }) => line)).toEqual(['']);
});

test('the form says what not to write, and a text that is too long comes back', async () => {
  expect((await trainer.get(remark(noor))).text).toContain('Schrijf niets over personen of casussen');
  const answer = await trainer.post(remark(noor), { text: 'x'.repeat(501) });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('x'.repeat(501));
});

test('a remark goes when it is emptied, or was kept long enough; the mark stays', async () => {
  app.clock.set(AFTERWARDS);
  await markEveryone();
  const count = async () => {
    const { rows } = await app.database.owner.query('select from attendance_remark where enrolment_id = $1', [
      noor.enrolmentId,
    ]);
    return rows.length;
  };
  await trainer.post(remark(noor), { text: 'Even kort' });
  await trainer.post(remark(noor), { text: ' ' });
  expect(await count()).toBe(0);
  await trainer.post(remark(noor), { text: 'Even kort' });
  await app.database.owner.query('update region set reasons_kept_months = 6 where id = $1', [region.id]);
  app.clock.set('2027-05-11T12:00:00Z');
  await app.recur('attendance.forget-remarks');
  expect(await count()).toBe(1);
  app.clock.set('2027-05-12T15:31:00Z');
  await app.recur('attendance.forget-remarks');
  expect(await count()).toBe(0);
  expect(await savedMarks()).toContain('1 Noor Voorbeeld present');
});

test('the sign-in sheet is a PDF for who teaches', async () => {
  const answer = await trainer.get(`/sessions/${session.id}/sign-in-sheet`);
  expect([answer.status, answer.type]).toEqual([200, 'application/pdf']);
  expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await stranger.get(`/sessions/${session.id}/sign-in-sheet`)).status).toBe(404);
});

const signed = () => `/sessions/${session.id}/signed-sheets`;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a scan of the signed sheet is kept as it is, once, and nobody can change it', async () => {
  const page = await trainer.follow(await uploadFile(trainer, signed(), 'lijst.png', PNG));
  expect(page.text).toContain('De scan is bewaard.');
  const [href] = /\/signed-sheets\/[\w-]+\/file/.exec(page.text)!;
  const file = await coordinator.get(href);
  expect([file.type, file.bytes.equals(PNG)]).toEqual(['image/png', true]);
  expect((await stranger.get(href)).status).toBe(404);
  expect((await uploadFile(trainer, signed(), 'nog-eens.png', PNG)).text).toContain('Deze scan is er al');
  const asApp = new Pool({ connectionString: app.database.url });
  await expect(asApp.query('delete from signed_sheet')).rejects.toThrow('permission denied');
  await asApp.end();
});

test.each(['lijst.pdf', 'lijst.png', '../../lijst.exe'])(
  'a file that is no scan is refused, also when it is called %s',
  async (name) => {
    const answer = await uploadFile(trainer, signed(), name, '<script>alert(1)</script>');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Dit bestand is geen scan');
    expect((await trainer.get(signed())).text).toContain('Er is nog geen getekende lijst bewaard.');
  },
);

test('sending no file asks for one', async () => {
  const answer = await uploadFile(trainer, signed(), '', '');
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Kies een bestand.');
});

test('another system marks, reads and closes', async () => {
  app.clock.set(AFTERWARDS);
  const marks = session.partIds.flatMap((partId) =>
    [noor, sem].map(({ enrolmentId }) => ({ enrolmentId, partId, mark: 'present' })),
  );
  const saved = await trainerApi.post('/attendance-marks', { sessionId: session.id, marks });
  expect([saved.status, saved.json()]).toEqual([200, { changed: 4, checkedInMeanwhile: 0 }]);
  const list = await trainerApi.get(`/attendance-marks?session=${session.id}&pageSize=3`);
  expect(list.json()).toMatchObject({ total: 4, items: [{ mark: 'present' }, {}, {}] });
  const closed = await trainerApi.post(`/sessions/${session.id}/closure`);
  expect(closed.json()).toEqual({ id: session.id, status: 'closed' });
});

test('the same person twice in one document counts once, as said last', async () => {
  app.clock.set(AFTERWARDS);
  const wish = { enrolmentId: noor.enrolmentId, partId: session.partIds[0] };
  const marks = [
    { ...wish, mark: 'absent' },
    { ...wish, mark: 'late' },
  ];
  await trainerApi.post('/attendance-marks', { sessionId: session.id, marks });
  expect(await savedMarks()).toEqual(['1 Noor Voorbeeld late']);
});

test.each([{}, { sessionId: 'x', marks: [] }, { sessionId: null, marks: [{ mark: 'perfect' }] }])(
  'the document %j is refused with every fault named',
  async (body) => {
    const answer = await trainerApi.post('/attendance-marks', body);
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json; charset=utf-8']);
  },
);

test('another system reads and writes a remark, and the papers of a session', async () => {
  app.clock.set(FIRST_PART);
  const path = remark(noor);
  expect((await trainerApi.get(path)).json()).toEqual({ text: null });
  expect((await trainerApi.put(path, { text: ' Kort erbij ' })).json()).toEqual({ text: 'Kort erbij' });
  expect((await trainerApi.get(path)).json()).toEqual({ text: 'Kort erbij' });
  expect((await trainerApi.put(path, { text: null })).json()).toEqual({ text: null });
  const sheet = await trainerApi.get(`/sessions/${session.id}/sign-in-sheet`);
  expect([sheet.headers.get('content-type'), sheet.bytes.subarray(0, 5).toString()]).toEqual([
    'application/pdf',
    '%PDF-',
  ]);
  const scan = new Uint8Array(Buffer.from('%PDF-1.7 getekend voor het systeem'));
  const kept = await sendFile(trainerApi, signed(), 'lijst.pdf', scan);
  expect([kept.status, kept.json()]).toMatchObject([201, { number: 1, fileName: 'lijst.pdf' }]);
  const again = await sendFile(trainerApi, signed(), 'lijst.pdf', scan);
  const wrong = await sendFile(trainerApi, signed(), 'lijst.pdf', 'tekst');
  expect([again.status, wrong.status]).toEqual([409, 400]);
  const { id } = kept.json() as { id: string };
  expect((await trainerApi.get(signed())).json()).toMatchObject({ items: [{ id, number: 1 }], total: 1 });
  expect([...(await trainerApi.get(`/signed-sheets/${id}/file`)).bytes]).toEqual([...scan]);
});
