import ICAL from 'ical.js';
import { messages } from '../../src/messages.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn } from '../support/client.js';
import { importExample } from '../support/imports.js';

// The main job from the first screen to the last, on the example as it is shipped, told as the people do it. Each
// test goes on where the one before it stopped; the clock crosses 25 October 2026, when the summer time ends.
const COORDINATOR = 'coordinator@flevoland.example';
const FINANCE = 'financien@flevoland.example';
const TRAINER = 'tess.trainervoorbeeld@ror.example';
const NOOR = 'noor.voorbeeld@jongerenwerk-almere.example';
const DAAN = 'daan.voorbeeld@jongerenwerk-almere.example';
const OZGUR = 'ozgur.verzinsel@jongerenwerk-almere.example';
const SANNE = 'sanne.denkbeeld@jongerenwerk-almere.example';

let app: TestApp;
let basic: string;
let certificateNumber: string;

beforeAll(async () => {
  app = await startApp({ at: '2026-10-05T08:00:00Z' });
  await importExample(app);
}, 120_000);
afterAll(() => app.stop());

async function one<Row extends object>(sql: string, params: unknown[] = []): Promise<Row> {
  const { rows } = await app.database.owner.query<Row>(sql, params);
  return rows[0]!;
}

const idOf = async (table: string, column: string, value: string) =>
  (await one<{ id: string }>(`select id from ${table} where ${column} = $1`, [value])).id;

/** The mails to someone by now, the oldest first; sign-in links left out. */
async function mailsTo(
  address: string,
): Promise<{ subject: string; text: string; calendar: string | null }[]> {
  const { rows } = await app.database.owner.query<{ subject: string; text: string; calendar: string | null }>(
    `select subject, text_body as text, calendar_file as calendar from message
     where to_address = $1 and template <> 'sign-in-link' order by created_at, id`,
    [address],
  );
  return rows;
}

const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');

async function part(index: number, date: string, startTime: string, endTime: string) {
  return {
    [`parts.${index}.date`]: date,
    [`parts.${index}.startTime`]: startTime,
    [`parts.${index}.endTime`]: endTime,
    [`parts.${index}.roomId`]: await idOf('room', 'name', 'Voorbeeldzaal Stadhuis'),
    [`parts.${index}.trainerIds.0`]: await idOf('trainer', 'email', TRAINER),
  };
}

async function schedule(coordinator: Client, course: string, form: Record<string, string>): Promise<string> {
  const answer = await coordinator.post('/sessions/new', {
    courseId: await idOf('course', 'code', course),
    payerMunicipalityId: await idOf('municipality', 'name', 'Almere'),
    then: 'schedule',
    ...form,
  });
  if (!answer.location) throw new Error(`Not scheduled: ${readable(answer.text)}`);
  await coordinator.post(`${answer.location}/opening`);
  return answer.location;
}

test('1. a coordinator sees the allotments, schedules a basic day and two advanced days, and opens them', async () => {
  const coordinator = await signIn(app, COORDINATOR);
  expect(readable((await coordinator.get('/allotments?year=2026')).text)).toMatch(
    /Almere .*Eendaagse basistraining/,
  );
  const days = {
    ...(await part(0, '2026-10-29', '09:30', '12:30')),
    ...(await part(1, '2026-10-29', '13:30', '16:30')),
  };
  basic = await schedule(coordinator, 'basis-1d', {
    ...days,
    ...{ capacity: '3', minimum: '1', releaseOn: '2026-10-28', priceCents: '2.750,00' },
    'quotas.0.municipalityId': await idOf('municipality', 'name', 'Dronten'),
    'quotas.0.seats': '1',
  });
  const advanced = await schedule(coordinator, 'verdieping-2d', {
    ...{ capacity: '14', minimum: '8', releaseOn: '', priceCents: '5.200,00' },
    ...(await part(0, '2026-11-11', '09:30', '12:30')),
    ...(await part(1, '2026-11-11', '13:30', '16:30')),
    ...(await part(2, '2026-11-18', '09:30', '12:30')),
    ...(await part(3, '2026-11-18', '13:30', '16:30')),
  });
  expect(readable((await coordinator.get(basic)).text)).toContain('29 oktober 2026');
  expect(readable((await coordinator.get(advanced)).text)).toContain('11 en 18 november 2026');
});

test('2. a professional enrols, gets a calendar file, and on a full session waits and moves up in turn', async () => {
  for (const email of [NOOR, DAAN]) {
    const answer = await (await signIn(app, email)).post(`${basic}/enrolment`);
    expect(answer.location).toContain(basic);
  }
  const ozgur = await signIn(app, OZGUR);
  const sanne = await signIn(app, SANNE);
  await ozgur.post(`${basic}/enrolment`);
  await sanne.post(`${basic}/enrolment`);
  // One seat is left, but it is held for Dronten.
  expect(readable((await sanne.get('/enrolments')).text)).toMatch(/wachtlijst.*2/i);
  await app.work();
  const [confirmation] = await mailsTo(NOOR);
  const starts = new ICAL.Component(ICAL.parse(confirmation!.calendar!))
    .getAllSubcomponents('vevent')
    .map((vevent) => new ICAL.Event(vevent).startDate.toString());
  expect(starts).toEqual(['2026-10-29T09:30:00', '2026-10-29T13:30:00']);
  const daan = await signIn(app, DAAN);
  const own = /\/enrolments\/([\w-]{36})\/cancellation/.exec((await daan.get('/enrolments')).text)![1]!;
  await daan.post(`/enrolments/${own}/cancellation`);
  await app.work();
  expect((await mailsTo(OZGUR)).map(({ subject }) => subject)).toHaveLength(2);
  expect(readable((await sanne.get('/enrolments')).text)).toMatch(/wachtlijst.*1/i);
});

test('3. reminders go out at nine in the morning on both sides of the clock change, once', async () => {
  const noorHad = (await mailsTo(NOOR)).length;
  const sanneHad = (await mailsTo(SANNE)).length;
  const remindersAt = async (instant: string) => {
    app.clock.set(instant);
    await app.recur('reminders.send-due');
    await app.recur('reminders.send-due');
    return (await mailsTo(NOOR)).length - noorHad;
  };
  expect(await remindersAt('2026-10-22T06:59:59Z')).toBe(0);
  expect(await remindersAt('2026-10-22T07:00:00Z')).toBe(1);
  expect(await remindersAt('2026-10-28T07:59:59Z')).toBe(1);
  expect(await remindersAt('2026-10-28T08:00:00Z')).toBe(2);
  // Whoever waits is reminded of nothing.
  expect(await mailsTo(SANNE)).toHaveLength(sanneHad);
});

test('5a. confirming the session takes its price from the right line and one training from the allotment', async () => {
  app.clock.set('2026-10-28T10:00:00Z');
  const coordinator = await signIn(app, COORDINATOR);
  expect(readable((await coordinator.get(`${basic}/confirmation`)).text)).toContain('€ 2.750,00');
  expect((await coordinator.post(`${basic}/confirmation`)).status).toBe(303);
  expect(await standingOfLine()).toEqual({ committed: '275000', realised: '0', used: 1 });
});

test('4. the trainer marks attendance, closing issues certificates, and anyone can check the number', async () => {
  app.clock.set('2026-10-29T15:31:00Z');
  const trainer = await signIn(app, TRAINER);
  await trainer.post(`${basic}/attendance?part=1`, { rest: 'present' });
  await trainer.post(`${basic}/attendance?part=2`, { rest: 'present' });
  await trainer.post(`${basic}/closure`);
  await app.work();
  ({ number: certificateNumber } = await one<{ number: string }>(
    'select c.number from certificate c join professional p on p.id = c.professional_id where p.email = $1',
    [NOOR],
  ));
  const noor = await signIn(app, NOOR);
  const pdf = await noor.get(`/certificates/${certificateNumber}/pdf`);
  expect([pdf.status, pdf.type, pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  const check = await new Client(app.url).get(`/check/${certificateNumber}`);
  expect(readable(check.text)).toMatch(/Noor Voorbeeld.*Eendaagse basistraining/);
});

test('5b. finance enters the invoice; the commitment becomes a realisation, to the cent, and the downloads say the same', async () => {
  const finance = await signIn(app, FINANCE);
  const form = /\/commitments\/[\w-]{36}\/invoice/.exec((await finance.get('/commitments')).text)![0];
  const answer = await finance.post(form, {
    ...{ supplier: 'ROR', invoiceNumber: 'V-2026-001', invoiceDate: '2026-10-29', amountCents: '2.712,34' },
    ...{ vatTreatment: 'exempt', isFinal: 'on' },
  });
  expect(answer.status).toBe(303);
  expect(await standingOfLine()).toEqual({ committed: '0', realised: '271234', used: 1 });
  const budget = readable((await finance.get('/budget?year=2026')).text);
  expect(budget).toContain('€ 2.712,34');
  expect(budget).toContain('€ 18.137,66');
  const csv = (await finance.get('/ledger.csv?year=2026')).text;
  expect(csv).toContain('2712,34');
  const xlsx = await finance.get('/ledger.xlsx?year=2026');
  expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
});

test('6. a coordinator plans a follow-up day and invites everyone with a certificate, once each', async () => {
  const coordinator = await signIn(app, COORDINATOR);
  const day = await schedule(coordinator, 'terugkomdag', {
    ...{ capacity: '40', minimum: '20', releaseOn: '', priceCents: '3.500,00' },
    ...(await part(0, '2026-12-10', '09:30', '12:30')),
    ...(await part(1, '2026-12-10', '13:30', '16:30')),
  });
  const session = day.split('/').at(-1)!;
  const form = (await coordinator.get(`/follow-up/new?session=${session}`)).text;
  const value = (page: string, name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)![1]!;
  const plan = Object.fromEntries(
    ['title', 'trainedFrom', 'trainedUntil', 'firstOn', 'waveDays', 'remindDays'].map((name) => [
      ...[name, value(form, name)],
    ]),
  ) as Record<string, string>;
  const sent = { ...plan, sessionIds: session, waveSize: '' };
  const preview = await coordinator.get(`/follow-up/preview?${new URLSearchParams(sent).toString()}`);
  expect(readable(preview.text)).toMatch(/Noor Voorbeeld/);
  for (const _press of ['first', 'second']) {
    const answer = await coordinator.post('/follow-up', { ...sent, id: value(preview.text, 'id') });
    expect(answer.status).toBe(303);
  }
  await app.work();
  const invitations = async (email: string) =>
    (await mailsTo(email)).filter(({ text }) => text.includes('/follow-up-answers/')).length;
  expect([await invitations(NOOR), await invitations(OZGUR), await invitations(DAAN)]).toEqual([1, 1, 0]);
});

test('and whatever stands in the audit trail by then has a name', async () => {
  const { rows } = await app.database.owner.query<{ key: string }>(
    `select 'deed.action.' || action as key from audit_entry
     union select 'deed.subject.' || subject_type from audit_entry
     union select 'deed.field.' || field from audit_entry,
       jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) field`,
  );
  expect(rows.map(({ key }) => key).filter((key) => !(key in messages.nl))).toEqual([]);
});

test('and after all of it no job has failed and no mail is left', async () => {
  const jobs = await one<{ failed: number; waiting: number }>(
    `select count(*) filter (where status = 'failed')::int failed,
       count(*) filter (where status = 'waiting' and attempts > 0)::int waiting from job`,
  );
  const mail = await one<{ unsent: number }>(
    "select count(*)::int unsent from message where status <> 'sent'",
  );
  expect({ ...jobs, ...mail }).toEqual({ failed: 0, waiting: 0, unsent: 0 });
});

async function standingOfLine() {
  return one<{ committed: string; realised: string; used: number }>(
    `select coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::text committed,
       coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::text realised,
       (select count(*)::int from allotment_use) used
     from grant_line l left join ledger_entry e on e.grant_line_id = l.id
     join grant_award g on g.id = l.grant_id where l.code = 'trainingen-basis' and l.year = 2026`,
  );
}
