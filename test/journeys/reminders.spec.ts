import { EntryService } from '../../src/attendance/check-in/entry.service.js';
import { SessionService } from '../../src/sessions/session.service.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo, moveSession, runRecurring } from '../support/enrolment.js';
import {
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let noor: TestProfessional;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  noor = await createProfessional(app.database, region, 'Almere');
});

async function enrolled(professional: TestProfessional, sessionId: string): Promise<string> {
  const id = await enrol(app, region, professional, sessionId);
  await app.work();
  return id;
}

/** What the worker does at these moments, one after the other. */
async function workAt(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    app.clock.set(instant);
    await runRecurring(app, 'reminders.send-due');
  }
}

async function reminderCount(professional: TestProfessional): Promise<number> {
  return (await mailsTo(app, professional)).filter(({ template }) => template === 'reminder').length;
}

async function remindersOf(enrolmentId: string) {
  const { rows } = await app.database.owner.query<{ due_at: Date; status: string; reason: string | null }>(
    'select due_at, status, withdrawn_reason reason from reminder where enrolment_id = $1 order by due_at',
    [enrolmentId],
  );
  return rows.map(({ due_at, status, reason }) => [due_at.toISOString(), status, reason]);
}

test('reminders on both sides of the October clock change are due at 09:00 in Amsterdam', async () => {
  const enrolmentId = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  expect(await remindersOf(enrolmentId)).toEqual([
    ['2026-10-20T07:00:00.000Z', 'planned', null],
    ['2026-10-26T08:00:00.000Z', 'planned', null],
  ]);
});

test('a reminder goes out at its moment and not a minute before', async () => {
  await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await workAt('2026-10-20T06:59:00Z');
  expect(await reminderCount(noor)).toBe(0);
  await workAt('2026-10-20T07:00:00Z');
  expect(await reminderCount(noor)).toBe(1);
});

test('each reminder goes out once, however often the worker looks', async () => {
  await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await workAt(
    '2026-10-20T07:00:00Z',
    '2026-10-20T07:00:00Z',
    '2026-10-26T08:00:00Z',
    '2026-10-26T08:01:00Z',
  );
  expect(await reminderCount(noor)).toBe(2);
});

test('two workers that look at the same moment send one reminder', async () => {
  await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  app.clock.set('2026-10-20T07:00:00Z');
  await Promise.all([runRecurring(app, 'reminders.send-due'), runRecurring(app, 'reminders.send-due')]);
  expect(await reminderCount(noor)).toBe(1);
});

test('a reminder says when and where', async () => {
  await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await workAt('2026-10-20T07:00:00Z');
  const mail = (await mailsTo(app, noor)).at(-1)!;
  expect(mail.subject).toBe('Herinnering: Basistraining op dinsdag 27 oktober 2026');
  expect(mail.text_body).toContain('Tijd: 09:30–17:00');
});

test('a reminder brings the code to come in with', async () => {
  const seat = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await workAt('2026-10-20T07:00:00Z');
  const { codes } = await app.app.get(EntryService, { strict: false }).codesOf(systemActor, seat);
  const mail = (await mailsTo(app, noor)).at(-1)!;
  expect(mail.text_body).toContain(`Toegangscode voor dinsdag 27 oktober 2026: ${codes[0]!.url}`);
});

test('someone who waits gets no reminder', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27', capacity: 1 });
  await enrolled(await createProfessional(app.database, region, 'Almere'), sessionId);
  await enrolled(noor, sessionId);
  await workAt('2026-10-20T07:00:00Z', '2026-10-26T08:00:00Z');
  expect(await reminderCount(noor)).toBe(0);
});

test('someone who moved up from the waiting list gets the reminders that are still to come', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27', capacity: 1 });
  const first = await createProfessional(app.database, region, 'Almere');
  const seat = await enrolled(first, sessionId);
  const waiting = await enrolled(noor, sessionId);
  app.clock.set('2026-10-21T08:00:00Z');
  await cancelEnrolment(app, region, first, seat);
  await app.work();
  expect(await remindersOf(waiting)).toEqual([['2026-10-26T08:00:00.000Z', 'planned', null]]);
});

test('someone who cancelled gets no reminder, and the row says why', async () => {
  const enrolmentId = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await cancelEnrolment(app, region, noor, enrolmentId);
  await app.work();
  await workAt('2026-10-20T07:00:00Z', '2026-10-26T08:00:00Z');
  expect(await reminderCount(noor)).toBe(0);
  expect((await remindersOf(enrolmentId)).map(([, ...rest]) => rest)).toEqual([
    ['withdrawn', 'enrolment-cancelled'],
    ['withdrawn', 'enrolment-cancelled'],
  ]);
});

test('someone who cancelled gets no reminder even when the worker has not heard of it yet', async () => {
  const enrolmentId = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  app.clock.set('2026-10-20T07:00:00Z');
  await cancelEnrolment(app, region, noor, enrolmentId);
  await runRecurring(app, 'reminders.send-due');
  expect(await reminderCount(noor)).toBe(0);
});

test('a session that is called off sends no reminder', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27' });
  await enrolled(noor, sessionId);
  const sessions = app.app.get(SessionService, { strict: false });
  await sessions.cancel({ ...systemActor, regionId: region.id }, sessionId);
  await app.work();
  await workAt('2026-10-20T07:00:00Z', '2026-10-26T08:00:00Z');
  expect(await reminderCount(noor)).toBe(0);
});

test('someone who enrols the day before, after the moment, is not reminded', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27' });
  app.clock.set('2026-10-26T08:30:00Z');
  const enrolmentId = await enrolled(noor, sessionId);
  expect(await remindersOf(enrolmentId)).toEqual([]);
});

test('who enrols after the moments finds in the confirmation all that the reminder tells the others', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27' });
  await app.database.owner.query(
    "update venue set route = 'Vijf minuten lopen van het station' where id = $1",
    [region.venueId],
  );
  await app.database.owner.query(
    "insert into joining_link (part_id, url) select id, 'https://vergaderen.example/1' from session_part where session_id = $1",
    [sessionId],
  );
  // Everyone has a code of their own.
  const details = (mail: { text_body: string }) =>
    mail.text_body
      .split('\n')
      .filter((line) => /^[A-Z].*: /.test(line))
      .map((line) => line.replace(/entry\/[\w-]{40}$/, 'entry/...'));
  await enrolled(noor, sessionId);
  await workAt('2026-10-26T08:00:00Z');
  const reminder = (await mailsTo(app, noor)).at(-1)!;
  app.clock.set('2026-10-26T08:30:00Z');
  const late = await createProfessional(app.database, region, 'Almere');
  await enrolled(late, sessionId);
  const [confirmation, ...more] = await mailsTo(app, late);
  expect([reminder.template, confirmation!.template, more]).toEqual(['reminder', 'enrolment-confirmed', []]);
  expect(details(confirmation!)).toEqual(expect.arrayContaining(details(reminder)));
  expect(details(reminder)).toContain('Online meedoen: https://vergaderen.example/1');
  expect(details(reminder)).toContain(
    'Toegangscode voor dinsdag 27 oktober 2026: http://localhost:3000/entry/...',
  );
  expect(details(reminder)).toContain('Route: Vijf minuten lopen van het station');
});

test('reminders move with the session', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-20' });
  const enrolmentId = await enrolled(noor, sessionId);
  await moveSession(app, region, sessionId, '2026-10-27');
  expect(await remindersOf(enrolmentId)).toEqual([
    ['2026-10-20T07:00:00.000Z', 'planned', null],
    ['2026-10-26T08:00:00.000Z', 'planned', null],
  ]);
});

test('a reminder whose moment passes by a move is withdrawn, and comes back when the session moves on', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-10-27' });
  const enrolmentId = await enrolled(noor, sessionId);
  await moveSession(app, region, sessionId, '2026-09-04');
  expect((await remindersOf(enrolmentId)).map(([, status, reason]) => [status, reason])).toEqual([
    ['planned', null],
    ['withdrawn', 'moment-passed'],
  ]);
  await moveSession(app, region, sessionId, '2026-10-27');
  expect((await remindersOf(enrolmentId)).map(([, status]) => status)).toEqual(['planned', 'planned']);
});

test('a worker that was down until the training had begun sends nothing any more', async () => {
  const enrolmentId = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  await workAt('2026-10-27T09:00:00Z');
  expect(await reminderCount(noor)).toBe(0);
  expect((await remindersOf(enrolmentId)).map(([, , reason]) => reason)).toEqual([
    'session-begun',
    'session-begun',
  ]);
});

test('the API shows someone the own reminders', async () => {
  const enrolmentId = await enrolled(noor, await createSession(app.database, region, { date: '2026-10-27' }));
  const client = await apiClient(app, region.id, noor.accountId);
  expect((await client.get('/reminders')).json()).toMatchObject({
    total: 2,
    items: [
      {
        enrolmentId,
        rule: { dayKind: 'calendar', daysBefore: 7, localTime: '09:00' },
        dueAt: '2026-10-20T07:00:00.000Z',
        status: 'planned',
      },
      {
        enrolmentId,
        rule: { dayKind: 'calendar', daysBefore: 1, localTime: '09:00' },
        dueAt: '2026-10-26T08:00:00.000Z',
        status: 'planned',
      },
    ],
  });
});
