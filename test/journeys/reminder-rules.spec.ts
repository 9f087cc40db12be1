import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol, mailsTo, runRecurring } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const WEEK_BEFORE = '2026-10-20T07:00:00.000Z';
const DAY_BEFORE = '2026-10-26T08:00:00.000Z';
const twoWorkingDays = { dayKind: 'working', daysBefore: 2, localTime: '09:00', isOn: true };
const TWO_WORKING_DAYS_BEFORE = '2026-10-23T07:00:00.000Z';

interface Rule {
  readonly id: string;
  readonly dayKind: string;
  readonly daysBefore: number;
  readonly localTime: string;
  readonly isOn: boolean;
}

let app: TestApp;
let region: TestRegion;
let api: ApiClient;
let screen: Client;
let noor: TestProfessional;
let enrolment: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
// Each story has a region of its own, in which Noor has a seat on 27 October.
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  region = await createRegion(app.database, `Regio ${Math.random()}`);
  const coordinator = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, coordinator.id);
  screen = await signIn(app, coordinator.email);
  noor = await createProfessional(app.database, region, 'Almere');
  enrolment = await enrol(
    app,
    region,
    noor,
    await createSession(app.database, region, { date: '2026-10-27' }),
  );
  await app.work();
});

const rules = async () => (await api.get('/reminder-rules')).json()['items'] as Rule[];
const ruleOf = async (daysBefore: number) => (await rules()).find((rule) => rule.daysBefore === daysBefore)!;

/** Makes a rule as told through the API; gives the status of the answer. */
async function tellOf({ id, ...rule }: Rule, told: Partial<Rule>, version = 1): Promise<number> {
  const { status } = await api.send(`/reminder-rules/${id}`, {
    method: 'PUT',
    body: JSON.stringify({ ...rule, ...told }),
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
  });
  return status;
}

/** The same, and lets the worker follow. */
async function change(rule: Rule, told: Partial<Rule>, version = 1): Promise<number> {
  const status = await tellOf(rule, told, version);
  await app.work();
  return status;
}

async function add(rule: Omit<Rule, 'id'>): Promise<number> {
  const { status } = await api.post('/reminder-rules', rule);
  await app.work();
  return status;
}

/** When Noor will still be reminded. */
async function planned(): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ due_at: Date }>(
    "select due_at from reminder where enrolment_id = $1 and status = 'planned' order by due_at",
    [enrolment],
  );
  return rows.map(({ due_at }) => due_at.toISOString());
}

async function reminders(): Promise<number> {
  return (await mailsTo(app, noor)).filter(({ template }) => template === 'reminder').length;
}

async function workAt(instant: string): Promise<void> {
  app.clock.set(instant);
  await runRecurring(app, 'reminders.send-due');
}

test('a rule that is added holds from now on for who has a seat already', async () => {
  expect(await add(twoWorkingDays)).toBe(201);
  expect(await planned()).toEqual([WEEK_BEFORE, TWO_WORKING_DAYS_BEFORE, DAY_BEFORE]);
});

test('a rule that is added after its moment sends nothing, also not to who had a seat before', async () => {
  app.clock.set('2026-10-23T07:00:01Z');
  await add(twoWorkingDays);
  expect(await planned()).not.toContain(TWO_WORKING_DAYS_BEFORE);
});

test('a rule that is added sends its reminder even when the worker hears of it late', async () => {
  app.clock.set('2026-10-23T06:59:00Z');
  await api.post('/reminder-rules', twoWorkingDays);
  app.clock.set('2026-10-23T07:05:00Z');
  await app.work();
  const before = await reminders();
  await workAt('2026-10-23T07:06:00Z');
  expect(await reminders()).toBe(before + 2);
});

test('a rule that changes plans anew, and what it had planned no longer goes out', async () => {
  expect(await change(await ruleOf(7), twoWorkingDays)).toBe(200);
  expect(await planned()).toEqual([TWO_WORKING_DAYS_BEFORE, DAY_BEFORE]);
  await workAt(WEEK_BEFORE);
  expect(await reminders()).toBe(0);
});

test('nothing goes out at the old moment even when the worker has not heard of the change', async () => {
  const rule = await ruleOf(7);
  app.clock.set(WEEK_BEFORE);
  await tellOf(rule, { daysBefore: 3 });
  await runRecurring(app, 'reminders.send-due');
  expect(await reminders()).toBe(0);
});

test('a reminder of another rule that is due as a rule changes still goes out', async () => {
  app.clock.set('2026-10-26T08:00:20Z');
  await change(await ruleOf(7), { daysBefore: 9 });
  await workAt('2026-10-26T08:01:00Z');
  expect(await planned()).toEqual([]);
  expect(await reminders()).toBe(1);
});

test('what was sent stays sent: a rule that changes does not remind the same people again', async () => {
  await workAt(WEEK_BEFORE);
  await change(await ruleOf(7), twoWorkingDays);
  expect(await planned()).toEqual([DAY_BEFORE]);
  expect(await reminders()).toBe(1);
});

test('a rule that is off reminds nobody, also not who enrols later, and does so again once it is on', async () => {
  await change(await ruleOf(7), { isOn: false });
  expect(await planned()).toEqual([DAY_BEFORE]);
  const enrolledBefore = enrolment;
  const later = await createProfessional(app.database, region, 'Almere');
  enrolment = await enrol(
    app,
    region,
    later,
    await createSession(app.database, region, { date: '2026-10-27' }),
  );
  await app.work();
  expect(await planned()).toEqual([DAY_BEFORE]);
  await change(await ruleOf(7), { isOn: true }, 2);
  expect(await planned()).toEqual([WEEK_BEFORE, DAY_BEFORE]);
  enrolment = enrolledBefore;
  expect(await planned()).toEqual([WEEK_BEFORE, DAY_BEFORE]);
});

test('of two coordinators at once the later one is told, and nothing of theirs is saved', async () => {
  const rule = await ruleOf(7);
  expect([await change(rule, { daysBefore: 5 }), await change(rule, { daysBefore: 6 })]).toEqual([200, 412]);
  expect((await rules()).map(({ daysBefore }) => daysBefore)).toEqual([5, 1]);
  const sent = { dayKind: 'calendar', daysBefore: '4', localTime: '09:00', version: '1' };
  expect((await screen.post(`/reminder-rules/${rule.id}`, sent)).status).toBe(409);
  expect((await rules()).map(({ daysBefore }) => daysBefore)).toEqual([5, 1]);
});

test('the screen shows the rules in words, and says what holds once one is added', async () => {
  expect((await screen.get('/reminder-rules')).text).toContain('7 dagen vooraf om 09:00');
  const sent = { dayKind: 'working', daysBefore: '2', localTime: '09:00', isOn: 'on' };
  const page = await screen.follow(await screen.post('/reminder-rules', sent));
  expect(page.text).toContain('De herinnering ‘2 werkdagen vooraf om 09:00’ is toegevoegd');
});

test('the same moment twice is refused, and so is what makes no sense', async () => {
  const again = { dayKind: 'calendar', daysBefore: '7', localTime: '09:00', isOn: 'on' };
  const page = await screen.post('/reminder-rules', again);
  expect([page.status, page.text.includes('Er is al een herinnering voor ditzelfde moment')]).toEqual([
    400,
    true,
  ]);
  const nonsense = { dayKind: 'moon', daysBefore: '366', localTime: '25:00' };
  expect((await screen.post('/reminder-rules', nonsense)).status).toBe(400);
  expect(await add({ ...twoWorkingDays, dayKind: 'calendar', daysBefore: 1 })).toBe(409);
  expect(await rules()).toHaveLength(2);
});

test('the audit trail tells who changed a rule, from what to what', async () => {
  const rule = await ruleOf(7);
  await change(rule, { daysBefore: 5 });
  const { rows } = await app.database.owner.query<Record<string, unknown>>(
    'select action, role, before, after from audit_entry where subject_id = $1',
    [rule.id],
  );
  expect(rows).toMatchObject([
    { action: 'change', role: 'coordinator', before: { daysBefore: 7 }, after: { daysBefore: 5 } },
  ]);
});
