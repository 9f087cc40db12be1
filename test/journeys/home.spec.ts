import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, Client, signIn } from '../support/client.js';
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
let sessionId: string;
let noor: TestProfessional;

beforeAll(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  sessionId = await createSession(app.database, region, { date: '2026-09-14' });
  noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  await createProfessional(app.database, region, 'Almere', 'Ongetraind Voorbeeld');
  await createProfessional(app.database, region, 'Urk', 'Urker Voorbeeld');
  const coordinator = await createAccount(app.database, region, 'coordinator');
  const api = await apiClient(app, region.id, coordinator.id);
  await api.post(`/sessions/${sessionId}/enrolments`, { professionalId: noor.id });
});
afterAll(() => app.stop());

async function homeOf(
  role: Parameters<typeof createAccount>[2],
  more: Parameters<typeof createAccount>[3] = {},
) {
  const { email } = await createAccount(app.database, region, role, more);
  const page = await (await signIn(app, email)).get('/');
  expect(page.status).toBe(200);
  return page.text;
}

test('a visitor reads what Leerlijn is, and finds the way in and the check of a certificate', async () => {
  const page = await new Client(app.url).get('/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('href="/sign-in"');
  expect(page.text).toContain('href="/check"');
});

test('a coordinator sees the session that can be confirmed', async () => {
  const page = await homeOf('coordinator');
  expect(page).toContain('Genoeg deelnemers, kan doorgaan');
  expect(page).toContain(`href="/sessions/${sessionId}"`);
});

test('a coordinator sees a session that has too few people for its start in four weeks', async () => {
  await app.database.owner.query('update session set minimum = 5 where id = $1', [sessionId]);
  const page = await homeOf('coordinator');
  await app.database.owner.query('update session set minimum = 1 where id = $1', [sessionId]);
  expect(page).toContain('Begint binnen vier weken met te weinig deelnemers');
});

test('a coordinator sees which mail did not arrive', async () => {
  await app.database.owner.query(
    "update message set status = 'failed', sent_at = null where to_name = 'Noor Voorbeeld'",
  );
  await app.database.owner.query(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     values ($1, $2, 'k', 'r', 't', 'nl', 'Weg Voorbeeld', 'weg@example.nl', 'Onderwerp van de mail', '', '', false, 'failed', now(), now())`,
    [newId(), region.id],
  );
  const page = await homeOf('coordinator');
  expect(page).toContain('Weg Voorbeeld');
});

test('a contact sees who of the own municipality has no training, and nobody of another', async () => {
  const page = await homeOf('contact', { municipalityId: region.municipalities.Almere });
  expect(page).toContain('Ongetraind Voorbeeld');
  expect(page).toContain('Noor Voorbeeld');
  expect(page).not.toContain('Urker Voorbeeld');
});

test('a contact finds everyone without a training behind one link', async () => {
  const municipalityId = region.municipalities.Zeewolde;
  const names = Array.from({ length: 12 }, (_, index) => `Voorbeeld ${String.fromCharCode(65 + index)}`);
  for (const name of names) await createProfessional(app.database, region, 'Zeewolde', name);
  const trained = await createProfessional(app.database, region, 'Zeewolde', 'Ingeschreven Voorbeeld');
  await enrol(app, region, trained, sessionId);
  const { email } = await createAccount(app.database, region, 'contact', { municipalityId });
  const client = await signIn(app, email);
  expect((await client.get('/')).text).toMatch(/training&#x3D;none">Bekijk alle 12 mensen zonder training/);
  const list = await client.get('/professionals?training=none');
  expect(names.filter((name) => !list.text.includes(name))).toEqual([]);
  expect(list.text).not.toContain('Ingeschreven Voorbeeld');
});

test('a contact without anyone in the register reads that, and no number of people', async () => {
  const page = await homeOf('contact', { municipalityId: region.municipalities.Dronten });
  expect(page).toContain('Er staat nog niemand in het register');
});

test('a professional who only waits reads that there is no seat yet', async () => {
  const full = await createSession(app.database, region, { date: '2026-10-01', capacity: 1 });
  await enrol(app, region, await createProfessional(app.database, region, 'Urk'), full);
  const waits = await createProfessional(app.database, region, 'Urk', 'Wachtend Voorbeeld');
  await enrol(app, region, waits, full);
  expect((await (await signIn(app, waits.email)).get('/')).text).toContain('U hebt nu geen plaats');
});

test('the coordinator of an empty region is told to bring in lists first', async () => {
  const id = newId();
  await app.database.owner.query("insert into region (id, name) values ($1, 'Lege regio')", [id]);
  const { email } = await createAccount(app.database, { ...region, id }, 'coordinator');
  const client = await signIn(app, email);
  const pages = ['/', '/professionals', '/professionals/new', '/organisations', '/allotments', '/budget'];
  const texts = await Promise.all(pages.map(async (page) => (await client.get(page)).text));
  const main = texts.map((text) => text.slice(text.indexOf('<main')));
  expect(pages.filter((_, index) => !main[index]!.includes('href="/imports"'))).toEqual([]);
  expect(main.filter((text) => /coördinator|ander jaar|Plan een uitvoering/.test(text))).toEqual([]);
});

test('a trainer finds the attendance list of today', async () => {
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from session_part where session_id = $1',
    [sessionId],
  );
  await app.database.owner.query(
    "insert into session_part_trainer (part_id, trainer_id, during) values ($1, $2, '[2026-09-14 07:30Z, 2026-09-14 15:00Z)')",
    [rows[0]!.id, region.trainerId],
  );
  const before = await homeOf('trainer', { trainerId: region.trainerId });
  expect(before).not.toContain(`/sessions/${sessionId}/attendance`);
  app.clock.set('2026-09-14T06:00:00Z');
  const on = await homeOf('trainer', { trainerId: region.trainerId });
  app.clock.set('2026-09-01T08:00:00Z');
  expect(on).toContain(`href="/sessions/${sessionId}/attendance?part&#x3D;1"`);
});

test('a trainer sees that a session which is over is still to be closed, not that it goes ahead', async () => {
  await app.database.owner.query("update session set status = 'confirmed' where id = $1", [sessionId]);
  app.clock.set('2026-09-15T08:00:00Z');
  const after = await homeOf('trainer', { trainerId: region.trainerId });
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query("update session set status = 'open' where id = $1", [sessionId]);
  expect(after).toContain('nog afsluiten');
  expect(after).not.toContain('gaat door');
});

test('a professional sees the next training with its place and calendar file', async () => {
  const page = await (await signIn(app, noor.email)).get('/');
  expect(page.text).toContain('maandag 14 september 2026, 09:30–17:00');
  expect(page.text).toMatch(/Voorbeeldzaal, Zaal [0-9a-f-]+, Voorbeeldplein 1/);
  expect(page.text).toMatch(/href="\/enrolments\/[0-9a-f-]{36}\/calendar\.ics"/);
});

test('finance sees each line, and that an example amount is one', async () => {
  const award = newId();
  const lineId = newId();
  const { owner } = app.database;
  await owner.query(
    "insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source) values ($1, $2, 'B-1', 'Versterkingsgelden', $3, 2026, 2026, 100000, true, 'test')",
    [award, region.id, region.municipalities.Almere],
  );
  await owner.query(
    "insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed) values ($1, $3, $2, 'basis', 'Trainingen', '2026-01-01', '2026-12-31', false)",
    [lineId, award, region.id],
  );
  await owner.query(
    "insert into grant_line (id, grant_id, region_id, year, code, title, course_level, activity_id) values ($1, $2, $3, 2026, 'basis', 'Trainingen basis', 'basic', $1)",
    [lineId, award, region.id],
  );
  await owner.query(
    "insert into grant_line_budget (grant_line_id, municipality_id, region_id, amount_cents, is_demo, source) values ($1, $2, $3, 100000, true, 'test')",
    [lineId, region.municipalities.Almere, region.id],
  );
  const page = await homeOf('finance');
  expect(page).toContain('Begroting van 2026 per post');
  expect(page).toMatch(/€\s1\.000,00 <small class="ll-muted">voorbeeld/);
});

test('an administrator reads that everything is running, and when the worker stands still', async () => {
  await app.work();
  await app.database.owner.query("delete from message where status = 'failed'");
  expect(await homeOf('administrator')).toContain('Alles draait.');
  app.clock.advance({ minutes: 5 });
  const page = await homeOf('administrator');
  expect(page).toContain('Er wacht werk langer dan twee minuten');
});
