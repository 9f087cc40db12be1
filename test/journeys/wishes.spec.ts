import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const BEFORE = '2026-09-01T08:00:00Z';
const NUTS = 'Geen hazelnoten';
const LARGE_PRINT = 'Grote letters';
const BOTH = { dietary: NUTS, accessibility: LARGE_PRINT };
const NONE = { dietary: null, accessibility: null };

let app: TestApp;
let region: TestRegion;
let coordinator: ApiClient;
let coordinatorEmail: string;

beforeAll(async () => {
  app = await startApp({ at: BEFORE });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinatorEmail = account.email;
  coordinator = await apiClient(app, region.id, account.id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(BEFORE));

const person = (name?: string) => createProfessional(app.database, region, 'Almere', name);
const keyOf = ({ accountId }: TestProfessional) => apiClient(app, region.id, accountId);

const ask = (sessionId: string, asksDietary: boolean, asksAccessibility: boolean) =>
  coordinator.put(`/sessions/${sessionId}/asked-wishes`, { asksDietary, asksAccessibility });

/** A session that asks for both, with someone in it who has told both. */
async function wishing(date = '2026-11-12', plan: Parameters<typeof createSession>[2] = {}) {
  const sessionId = await createSession(app.database, region, { date, ...plan });
  await ask(sessionId, true, true);
  const who = await person();
  const enrolmentId = await enrol(app, region, who, sessionId);
  const client = await keyOf(who);
  await client.put(`/enrolments/${enrolmentId}/wishes`, BOTH);
  return { sessionId, who, enrolmentId, client };
}

async function kept(enrolmentId: string): Promise<object | null> {
  const { rows } = await app.database.owner.query<object>(
    'select dietary, accessibility from enrolment_wish where enrolment_id = $1',
    [enrolmentId],
  );
  return rows[0] ?? null;
}

test('a coordinator ticks what a session asks, and whoever enrols on the screen tells it in the same press', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-11-02' });
  const screen = await signIn(app, coordinatorEmail);
  const done = await screen.post(`/sessions/${sessionId}/wishes`, { asksDietary: 'on' });
  expect((await screen.follow(done)).text).toContain('Nog geen wensen');
  const who = await person('Vera Voorbeeld');
  const own = await signIn(app, who.email);
  expect((await own.get(`/sessions/${sessionId}`)).text).toContain(`href="/sessions/${sessionId}/enrolment"`);
  const form = await own.get(`/sessions/${sessionId}/enrolment`);
  expect([form.text.includes('name="dietary"'), form.text.includes('name="accessibility"')]).toEqual([
    true,
    false,
  ]);
  const enrolled = await own.post(`/sessions/${sessionId}/enrolment`, {
    dietary: NUTS,
    accessibility: LARGE_PRINT,
  });
  expect((await own.follow(enrolled)).text).toContain('U bent ingeschreven.');
  const list = (await screen.get(`/sessions/${sessionId}/wishes`)).text;
  expect(list).toContain('1 deelnemer met een dieetwens');
  expect(list).toMatch(/Vera Voorbeeld<\/th>\s*<td[^>]*>Geen hazelnoten/);
  expect(list).not.toContain(LARGE_PRINT);
});

test('a wish that is too long comes back with the form, and nobody is enrolled', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-11-03' });
  await ask(sessionId, true, false);
  const own = await signIn(app, (await person()).email);
  const answer = await own.post(`/sessions/${sessionId}/enrolment`, { dietary: 'x'.repeat(301) });
  expect([answer.status, answer.text.includes('id="error-summary"')]).toEqual([400, true]);
  expect((await own.get('/enrolments')).text).toContain('U hebt geen training gepland');
});

test('a session that asks for nothing keeps its one press', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-11-04' });
  const own = await signIn(app, (await person()).email);
  expect((await own.get(`/sessions/${sessionId}`)).text).toContain(
    `<form method="post" action="/sessions/${sessionId}/enrolment">`,
  );
  expect((await own.post(`/sessions/${sessionId}/enrolment`)).location).toBe(`/sessions/${sessionId}`);
});

test('the person changes the wishes until the start, and an empty field takes one away', async () => {
  const { who, enrolmentId, client } = await wishing('2026-11-05');
  const own = await signIn(app, who.email);
  expect((await own.get('/enrolments')).text).toContain(`/enrolments/${enrolmentId}/wishes`);
  const form = await own.get(`/enrolments/${enrolmentId}/wishes`);
  expect(form.text).toContain(`value="${NUTS}"`);
  await own.post(`/enrolments/${enrolmentId}/wishes`, { dietary: '', accessibility: LARGE_PRINT });
  expect(await kept(enrolmentId)).toEqual({ dietary: null, accessibility: LARGE_PRINT });
  expect((await client.send(`/enrolments/${enrolmentId}/wishes`, { method: 'DELETE' })).json()).toEqual(NONE);
  expect(await kept(enrolmentId)).toBeNull();
  app.clock.set('2026-11-05T08:30:00Z');
  const late = await client.put(`/enrolments/${enrolmentId}/wishes`, BOTH);
  expect([late.status, late.json()['type']]).toEqual([409, expect.stringContaining('wishes-too-late')]);
});

test('the mail that confirms a seat says where wishes can be given and until when, where they are asked', async () => {
  const { who, enrolmentId } = await wishing('2026-11-24');
  const other = await person();
  await enrol(app, region, other, await createSession(app.database, region, { date: '2026-11-25' }));
  await app.work();
  const [asked] = await mailsTo(app, who);
  expect(asked!.text_body).toMatch(
    new RegExp(`wijzigen tot .*24 november 2026.*: .*/enrolments/${enrolmentId}/wishes`),
  );
  expect((await mailsTo(app, other))[0]!.text_body).not.toContain('/wishes');
});

test('what the session does not ask is not kept', async () => {
  const { sessionId, client, enrolmentId } = await wishing('2026-11-06');
  await ask(sessionId, false, true);
  expect(await kept(enrolmentId)).toEqual({ dietary: null, accessibility: LARGE_PRINT });
  const answer = await client.put(`/enrolments/${enrolmentId}/wishes`, BOTH);
  expect(answer.json()).toEqual({ dietary: null, accessibility: LARGE_PRINT });
  await ask(sessionId, false, false);
  expect(await kept(enrolmentId)).toBeNull();
});

test('wishes go at once when the seat is given up', async () => {
  const { who, enrolmentId, client } = await wishing('2026-11-07');
  await cancelEnrolment(app, region, who, enrolmentId);
  expect(await kept(enrolmentId)).toBeNull();
  expect((await client.put(`/enrolments/${enrolmentId}/wishes`, BOTH)).status).toBe(409);
});

test('whoever takes over a seat does not get the wishes', async () => {
  const { enrolmentId, client, sessionId } = await wishing('2026-11-08');
  const colleague = await person('Wim Voorbeeld');
  const answer = await client.post(`/enrolments/${enrolmentId}/substitution`, { email: colleague.email });
  expect([await kept(enrolmentId), await kept(answer.json()['id'] as string)]).toEqual([null, null]);
  expect((await coordinator.get(`/enrolments/${answer.json()['id'] as string}/wishes`)).json()).toEqual(NONE);
  const { rowCount } = await app.database.owner.query(
    'select from enrolment_wish w join enrolment e on e.id = w.enrolment_id where e.session_id = $1',
    [sessionId],
  );
  expect(rowCount).toBe(0);
});

test.each([
  ['both, where both are asked there', [true, true], BOTH],
  ['one, where only that is asked there', [false, true], { dietary: null, accessibility: LARGE_PRINT }],
  ['none, where nothing is asked there', [false, false], null],
] as const)('whoever changes date takes along %s', async (_, [dietary, accessibility], taken) => {
  const { enrolmentId, client } = await wishing('2026-11-20');
  const other = await createSession(app.database, region, { date: '2026-11-21' });
  await ask(other, dietary, accessibility);
  const answer = await client.post(`/enrolments/${enrolmentId}/transfer`, { sessionId: other });
  expect([answer.status, await kept(enrolmentId), await kept(answer.json()['id'] as string)]).toEqual([
    200,
    null,
    taken,
  ]);
});

test('a change of date that is refused leaves the wishes where they were', async () => {
  const { enrolmentId, client } = await wishing('2026-11-22');
  const full = await createSession(app.database, region, { date: '2026-11-23', capacity: 1 });
  await ask(full, true, true);
  await enrol(app, region, await person(), full);
  expect((await client.post(`/enrolments/${enrolmentId}/transfer`, { sessionId: full })).status).toBe(409);
  expect(await kept(enrolmentId)).toEqual(BOTH);
});

test('wishes go when the session is called off', async () => {
  const { sessionId, enrolmentId } = await wishing('2026-11-09');
  await coordinator.post(`/sessions/${sessionId}/cancellation`);
  await app.work();
  expect(await kept(enrolmentId)).toBeNull();
});

test.each([
  ['seven days when nobody says otherwise', 7, '2026-11-17T16:00:00Z'],
  ['as many days as the region says', 2, '2026-11-13T16:00:00Z'],
])('after a session wishes are kept for %s', async (_, days, end) => {
  const { enrolmentId } = await wishing(days === 7 ? '2026-11-10' : '2026-11-11');
  if (days !== 7)
    await app.database.owner.query('update region set wishes_kept_days = $1 where id = $2', [
      days,
      region.id,
    ]);
  app.clock.set(new Date(new Date(end).getTime() - 1));
  await app.recur('enrolment.forget-wishes');
  expect(await kept(enrolmentId)).toEqual(BOTH);
  app.clock.set(end);
  await app.recur('enrolment.forget-wishes');
  await app.recur('enrolment.forget-wishes');
  expect(await kept(enrolmentId)).toBeNull();
  await app.database.owner.query('update region set wishes_kept_days = 7');
});

test('no text of a wish stands in the trail, the outbox, the mail or a list of the API', async () => {
  const { sessionId, client } = await wishing('2026-11-14');
  await app.work();
  for (const table of ['audit_entry', 'outbox', 'job', 'message', 'idempotency_key']) {
    const { rowCount } = await app.database.owner.query(
      `select from ${table} r where r::text like '%hazelnoten%' or r::text like '%Grote letters%'`,
    );
    expect([table, rowCount]).toEqual([table, 0]);
  }
  for (const path of ['/enrolments', `/sessions/${sessionId}/enrolments`])
    expect((await client.get(path)).text).not.toContain('hazelnoten');
});

test('the trail tells that wishes changed and that old ones were deleted, and how many', async () => {
  const { sessionId, enrolmentId } = await wishing('2026-11-15');
  app.clock.set('2026-12-15T12:00:00Z');
  await app.recur('enrolment.forget-wishes');
  const { rows } = await app.database.owner.query(
    'select action, role, after from audit_entry where subject_id = any($1) order by id',
    [[sessionId, enrolmentId]],
  );
  expect(rows).toEqual([
    { action: 'askWishes', role: 'coordinator', after: { asksDietary: true, asksAccessibility: true } },
    expect.objectContaining({ action: 'enrol' }),
    { action: 'writeWishes', role: 'professional', after: null },
    { action: 'forgetWishes', role: 'system', after: { count: 1 } },
  ]);
});

test('who waits is not in the list of those who come', async () => {
  const sessionId = await createSession(app.database, region, { date: '2026-11-16', capacity: 1 });
  await ask(sessionId, true, false);
  await enrol(app, region, await person(), sessionId);
  const waiting = await person('Wacht Voorbeeld');
  const enrolmentId = await enrol(app, region, waiting, sessionId);
  await (await keyOf(waiting)).put(`/enrolments/${enrolmentId}/wishes`, { ...NONE, dietary: NUTS });
  expect(await kept(enrolmentId)).toEqual({ ...NONE, dietary: NUTS });
  const screen = await signIn(app, coordinatorEmail);
  expect((await screen.get(`/sessions/${sessionId}/wishes`)).text).not.toContain(NUTS);
});

describe('the second wall', () => {
  let wall: pg.Client;
  let enrolmentId: string;
  let professionalId: string;

  beforeAll(async () => {
    wall = new pg.Client({ connectionString: app.database.url });
    await wall.connect();
    app.clock.set(BEFORE);
    const made = await wishing('2026-11-18');
    enrolmentId = made.enrolmentId;
    professionalId = made.who.id;
    await app.database.owner.query(
      `insert into session_part_trainer (part_id, trainer_id, during)
       select id, $2, tstzrange(starts_at, ends_at) from session_part where session_id = $1`,
      [made.sessionId, region.trainerId],
    );
  });
  afterAll(() => wall.end());

  async function as(
    actor: Readonly<Record<string, string>>,
    sql: string,
    values: unknown[],
  ): Promise<number> {
    await wall.query('begin');
    try {
      for (const [name, value] of Object.entries({ region: region.id, ...actor }))
        await wall.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      return (await wall.query(sql, values)).rowCount ?? 0;
    } finally {
      await wall.query('rollback');
    }
  }

  const roles = () => ({
    professional: { professional: professionalId },
    coordinator: {},
    trainer: { trainer: region.trainerId },
    contact: { municipality: region.municipalities.Almere },
    finance: {},
    administrator: {},
  });

  test.each([
    ['the person', 'professional', 1],
    ['a coordinator', 'coordinator', 1],
    ["the session's trainer", 'trainer', 1],
    ['a contact of the own municipality', 'contact', 0],
    ['finance', 'finance', 0],
    ['an administrator', 'administrator', 0],
  ] as const)('shows %s so many rows', async (_, role, rows) => {
    const seen = as({ role, ...roles()[role] }, 'select from enrolment_wish where enrolment_id = $1', [
      enrolmentId,
    ]);
    expect(await seen).toBe(rows);
  });

  test.each([
    ['another professional', { role: 'professional', professional: '0192f3a0-0000-7000-8000-000000000000' }],
    ['another trainer', { role: 'trainer', trainer: '0192f3a0-0000-7000-8000-000000000000' }],
    ['a coordinator elsewhere', { role: 'coordinator', region: '0192f3a0-0000-7000-8000-000000000000' }],
  ])('shows %s nothing', async (_, actor) => {
    expect(await as(actor, 'select from enrolment_wish where enrolment_id = $1', [enrolmentId])).toBe(0);
  });

  test.each(['coordinator', 'trainer', 'contact'] as const)('lets no %s change a wish', async (role) => {
    const changed = as(
      { role, ...roles()[role] },
      "update enrolment_wish set dietary = 'x' where enrolment_id = $1",
      [enrolmentId],
    );
    expect(await changed).toBe(0);
  });
});
