import { startApp, type TestApp } from '../support/app.js';
import { Client, signIn } from '../support/client.js';
import {
  answer,
  closeSession,
  evaluationLinks,
  givenSession,
  type GivenSession,
} from '../support/evaluation.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';

const WORDS = 'Dit schreef alleen ik, niemand anders.';
/** What holds answers. */
const ANSWERS = ['evaluation_count', 'evaluation_comment', 'evaluation_box'];

let app: TestApp;
let region: TestRegion;
let session: GivenSession;

/** Six people who were asked, of whom five answered; the first of them with words. */
beforeAll(async () => {
  app = await startApp({ at: '2026-09-02T16:00:00Z' });
  region = await createRegion(app.database);
  const coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  await coordinator.post(`/courses/${region.courses.basic}/questionnaires`);
  const towns = ['Urk', 'Almere', 'Almere', 'Almere', 'Almere', 'Almere'] as const;
  session = await givenSession(app, region, '2026-09-02 09:30', towns);
  await closeSession(app, coordinator, session);
  for (const person of session.people.slice(0, 5))
    await answer(app, person, 4, person === session.people[0] ? WORDS : '');
});
afterAll(() => app.stop());

const rowsOf = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await app.database.owner.query<Row>(sql, values)).rows;
const columnsOf = async (table: string) =>
  (
    await rowsOf<{ name: string }>(
      "select column_name name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    )
  ).map(({ name }) => name);

test('what holds answers has no column for a person, an enrolment, an invitation, a session or a moment in time', async () => {
  const columns = (await Promise.all(ANSWERS.map(columnsOf))).flat();
  expect(
    columns.filter((name) => /person|profess|enrol|invit|session|account|link|_at$|date/.test(name)),
  ).toEqual([]);
  const types = await rowsOf<{ type: string }>(
    `select distinct data_type type from information_schema.columns where table_schema = 'public' and table_name = any($1)`,
    [ANSWERS],
  );
  expect(types.map(({ type }) => type).sort()).toEqual(['boolean', 'integer', 'text', 'uuid']);
});

test('no value of an answer is an id of who answered, or of what they answered for', async () => {
  const people = session.people.flatMap(({ id, enrolmentId }) => [id, enrolmentId]);
  const invitations = await rowsOf<{ id: string }>('select id from evaluation_invitation');
  const accounts = await rowsOf<{ id: string }>('select id from account');
  const known = [...people, session.id, ...[...invitations, ...accounts].map(({ id }) => id)];
  for (const table of ANSWERS) {
    const [all] = await rowsOf<{ text: string }>(`select string_agg(t::text, ' ') "text" from ${table} t`);
    expect([table, known.filter((id) => all!.text.includes(id))]).toEqual([table, []]);
  }
});

test('no row of counts holds two groups, and what was written holds none', async () => {
  const cells = await rowsOf<{ breakdown: string; cell: string }>(
    'select distinct breakdown, cell from evaluation_count order by 1, 2',
  );
  const { Almere, Urk } = region.municipalities;
  expect(cells).toEqual(
    expect.arrayContaining([
      ...[
        { breakdown: 'all', cell: '' },
        { breakdown: 'function', cell: region.functionId },
      ],
      ...[Almere, Urk].map((cell) => ({ breakdown: 'municipality', cell })),
      { breakdown: 'trainers', cell: region.trainerId },
    ]),
  );
  expect(cells).toHaveLength(5);
  expect(await columnsOf('evaluation_comment')).not.toContain('cell');
});

test('the id of a comment is random, and does not tell when it was made', async () => {
  const ids = await rowsOf<{ id: string }>('select id from evaluation_comment');
  expect(ids.map(({ id }) => id[14])).toEqual(['4']);
});

test('an invitation is the same row before and after it is answered', async () => {
  const [asked] = await rowsOf(
    `select count(distinct xmin::text)::int transactions, count(*)::int invitations,
       count(reminded_at)::int reminded from evaluation_invitation`,
  );
  // All of them were written by the one transaction that asked, and by none since.
  expect(asked).toEqual({ transactions: 1, invitations: 6, reminded: 0 });
});

test('of who answered no link is left, also not of who has more than one', async () => {
  const left = await rowsOf(
    'select i.enrolment_id from evaluation_link l join evaluation_invitation i on i.id = l.invitation_id',
  );
  expect(left).toEqual([{ enrolment_id: session.people[5]!.enrolmentId }]);
});

test('neither the trail, the facts, the jobs, the mail nor what is kept of requests tells that anyone answered', async () => {
  const tables = await rowsOf<{ name: string }>(
    "select tablename name from pg_tables where schemaname = 'public' and tablename <> 'evaluation_comment'",
  );
  for (const { name } of tables) {
    const [found] = await rowsOf<{ count: number }>(
      `select count(*)::int from "${name}" t where strpos(t::text, $1) > 0`,
      [WORDS],
    );
    expect([name, found!.count]).toEqual([name, 0]);
  }
  const deeds = await rowsOf<{ action: string }>(
    `select action from audit_entry where subject_id = any($1)
       or subject_id in (select id::text from evaluation_invitation)`,
    [session.people.flatMap(({ id, enrolmentId }) => [id, enrolmentId])],
  );
  expect(deeds.filter(({ action }) => !['mark', 'issue'].includes(action))).toEqual([]);
  const facts = await rowsOf<{ fact: string }>("select fact from outbox where fact like '%evaluation%'");
  expect(facts).toEqual([]);
});

test('what was answered stays when it is forgotten who was asked', async () => {
  const counts = () =>
    rowsOf(
      `select (select sum(answers)::int from evaluation_count) answers, (select count(*)::int from evaluation_comment) comments,
         (select count(*)::int from evaluation_invitation) invitations`,
    );
  const [before] = await counts();
  app.clock.set('2026-10-31T16:00:00Z');
  await app.recur('evaluation.forget-invitations');
  expect(await counts()).toEqual([before]);
  app.clock.set('2026-11-01T17:01:00Z');
  await app.recur('evaluation.forget-invitations');
  expect(await counts()).toEqual([{ ...before, invitations: 0 }]);
});

test('an invitation goes with its enrolment', async () => {
  const [rule] = await rowsOf<{ rule: string }>(
    `select pg_get_constraintdef(oid) rule from pg_constraint
     where conrelid = 'evaluation_invitation'::regclass and confrelid = 'enrolment'::regclass`,
  );
  expect(rule!.rule).toContain('ON DELETE CASCADE');
});

test('an answer is never counted when it cannot be counted whole', async () => {
  const coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  const next = await givenSession(app, region, '2026-10-20 09:30', ['Urk']);
  await closeSession(app, coordinator, next);
  const link = (await evaluationLinks(app, next.people[0]!))[0]!;
  const before = await rowsOf('select sum(answers)::int answers from evaluation_count');
  const { owner } = app.database;
  await owner.query('alter table evaluation_comment add constraint no_more check (false) not valid');
  expect((await answer(app, next.people[0]!, 2, 'Dit lukt niet.')).status).toBe(500);
  expect(await rowsOf('select sum(answers)::int answers from evaluation_count')).toEqual(before);
  await owner.query('alter table evaluation_comment drop constraint no_more');
  expect((await new Client(app.url).get(link)).status).toBe(200);
  expect((await answer(app, next.people[0]!, 2, 'Nu wel.')).status).toBe(303);
});

test('the database itself refuses more than four answers that wait, and a count of none', async () => {
  await expect(rowsOf('update evaluation_box set waiting = 5')).rejects.toThrow(
    'evaluation_box_waits_below_five',
  );
  await expect(rowsOf('update evaluation_count set answers = 0')).rejects.toThrow(
    'evaluation_count_positive',
  );
});
